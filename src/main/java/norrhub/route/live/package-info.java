/** Takes up changed files of routes while the hub runs. */
@NullMarked
package norrhub.route.live;

import org.jspecify.annotations.NullMarked;
