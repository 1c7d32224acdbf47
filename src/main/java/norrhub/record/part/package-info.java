/** Opens a part as its format says: unpacked, repaired, by the right reader. */
@NullMarked
package norrhub.record.part;

import org.jspecify.annotations.NullMarked;
