/** Finds vacancies that go on under another key. */
@NullMarked
package norrhub.ingest.match;

import org.jspecify.annotations.NullMarked;
