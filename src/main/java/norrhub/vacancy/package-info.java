/** The canonical vacancy and its value types. Imports nothing. */
@NullMarked
package norrhub.vacancy;

import org.jspecify.annotations.NullMarked;
