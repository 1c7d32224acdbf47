/** Board files, selection, posting log, published documents, events. */
@NullMarked
package norrhub.board;

import org.jspecify.annotations.NullMarked;
