/** Reads the job postings of web pages. */
@NullMarked
package norrhub.record.html;

import org.jspecify.annotations.NullMarked;
