/**
 * The only package that imports Camel: beans that routes call, filters, poll strategy, one route
 * per feed.
 */
@NullMarked
package norrhub.route;

import org.jspecify.annotations.NullMarked;
