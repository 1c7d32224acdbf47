/** Board files, selection, consent, and the log of what stands on each board. */
@NullMarked
package norrhub.board;

import org.jspecify.annotations.NullMarked;
