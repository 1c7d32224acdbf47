/** Finds and checks the route files. */
@NullMarked
package norrhub.route.check;

import org.jspecify.annotations.NullMarked;
