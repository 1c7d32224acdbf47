/**
 * What is due and what became of it: schedule, locks, mails and pages of a running poll, connection
 * tests. No Camel.
 */
@NullMarked
package norrhub.poll;

import org.jspecify.annotations.NullMarked;
