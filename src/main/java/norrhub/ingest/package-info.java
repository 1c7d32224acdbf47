/** Runs one delivery through record, mapping, normalise and catalogue. */
@NullMarked
package norrhub.ingest;

import org.jspecify.annotations.NullMarked;
