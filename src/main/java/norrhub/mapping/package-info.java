/** Format folders; a record becomes a draft by JSLT. */
@NullMarked
package norrhub.mapping;

import org.jspecify.annotations.NullMarked;
