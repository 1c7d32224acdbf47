/** Routes of an admin's own: the camel source block, and direct:deliver. */
@NullMarked
package norrhub.route.own;

import org.jspecify.annotations.NullMarked;
