/** Removes changes, versions and vacancies that are past their time. */
@NullMarked
package norrhub.catalogue.retention;

import org.jspecify.annotations.NullMarked;
