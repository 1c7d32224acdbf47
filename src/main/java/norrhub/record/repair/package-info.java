/** Repairs of bytes that formats declare, applied while a part is read. */
@NullMarked
package norrhub.record.repair;

import org.jspecify.annotations.NullMarked;
