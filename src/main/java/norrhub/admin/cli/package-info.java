/** The command line. */
@NullMarked
package norrhub.admin.cli;

import org.jspecify.annotations.NullMarked;
