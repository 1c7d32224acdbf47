/** Reads vacancies written as mails. */
@NullMarked
package norrhub.record.mail;

import org.jspecify.annotations.NullMarked;
