/** Reads JSON and JSON Lines. */
@NullMarked
package norrhub.record.json;

import org.jspecify.annotations.NullMarked;
