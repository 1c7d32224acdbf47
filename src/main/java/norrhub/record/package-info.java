/** A part becomes a lazy stream of located records, one reader per file kind. */
@NullMarked
package norrhub.record;

import org.jspecify.annotations.NullMarked;
