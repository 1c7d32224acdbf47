/** What is remembered of a feed between its polls. */
@NullMarked
package norrhub.delivery.feed;

import org.jspecify.annotations.NullMarked;
