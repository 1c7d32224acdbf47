/** Findings about data, and a capped collector of them. */
@NullMarked
package norrhub.notice;

import org.jspecify.annotations.NullMarked;
