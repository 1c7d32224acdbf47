/** Paging of feeds over HTTP: which request comes next, and whether all pages came. */
@NullMarked
package norrhub.fetch.page;

import org.jspecify.annotations.NullMarked;
