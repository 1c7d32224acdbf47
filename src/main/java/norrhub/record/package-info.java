/** The contract of readers: a part of a delivery becomes a lazy stream of located records. */
@NullMarked
package norrhub.record;

import org.jspecify.annotations.NullMarked;
