/** What is not transport: paging, completeness, safe names. No Camel. */
@NullMarked
package norrhub.fetch;

import org.jspecify.annotations.NullMarked;
