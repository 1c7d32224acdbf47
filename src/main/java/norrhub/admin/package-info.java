/** Command line and management endpoints. */
@NullMarked
package norrhub.admin;

import org.jspecify.annotations.NullMarked;
