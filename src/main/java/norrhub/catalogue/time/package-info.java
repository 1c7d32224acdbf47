/** Whether the clock can be believed, and what time it is where it cannot. */
@NullMarked
package norrhub.catalogue.time;

import org.jspecify.annotations.NullMarked;
