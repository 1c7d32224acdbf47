/** Says why something failed, in one line for people. */
@NullMarked
package norrhub.poll.failure;

import org.jspecify.annotations.NullMarked;
