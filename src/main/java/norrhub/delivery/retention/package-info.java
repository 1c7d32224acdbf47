/** Removes deliveries, notices and archived bytes that are past their time. */
@NullMarked
package norrhub.delivery.retention;

import org.jspecify.annotations.NullMarked;
