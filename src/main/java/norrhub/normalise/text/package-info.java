/** Text without rules of its own: HTML made safe, plain text, addresses. */
@NullMarked
package norrhub.normalise.text;

import org.jspecify.annotations.NullMarked;
