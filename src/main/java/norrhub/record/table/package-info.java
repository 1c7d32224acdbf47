/** Reads CSV and workbooks. */
@NullMarked
package norrhub.record.table;

import org.jspecify.annotations.NullMarked;
