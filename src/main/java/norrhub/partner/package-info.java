/** Typed partner and feed files. */
@NullMarked
package norrhub.partner;

import org.jspecify.annotations.NullMarked;
