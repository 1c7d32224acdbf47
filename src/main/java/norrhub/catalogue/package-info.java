/** Store, versions, change log and guard; the only user of the vacancy tables. */
@NullMarked
package norrhub.catalogue;

import org.jspecify.annotations.NullMarked;
