/** A draft becomes a vacancy, one class per rule. */
@NullMarked
package norrhub.normalise;

import org.jspecify.annotations.NullMarked;
