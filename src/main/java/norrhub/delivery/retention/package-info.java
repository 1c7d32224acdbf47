/** Removes deliveries, notices and archived bytes that are past their time, or that are erased. */
@NullMarked
package norrhub.delivery.retention;

import org.jspecify.annotations.NullMarked;
