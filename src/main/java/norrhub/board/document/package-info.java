/** Documents: formats, building, and the published ones. */
@NullMarked
package norrhub.board.document;

import org.jspecify.annotations.NullMarked;
