/** The commands that end what is kept: pruning, and erasing a person or a vacancy. */
@NullMarked
package norrhub.admin.retention;

import org.jspecify.annotations.NullMarked;
