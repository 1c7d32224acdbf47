/** Reads XML. */
@NullMarked
package norrhub.record.xml;

import org.jspecify.annotations.NullMarked;
