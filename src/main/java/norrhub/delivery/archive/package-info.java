/** Keeps the bytes of deliveries. */
@NullMarked
package norrhub.delivery.archive;

import org.jspecify.annotations.NullMarked;
