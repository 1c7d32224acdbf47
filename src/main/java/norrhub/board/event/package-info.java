/** Events: their format, the broker, and the relay to it. */
@NullMarked
package norrhub.board.event;

import org.jspecify.annotations.NullMarked;
