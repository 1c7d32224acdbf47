/** Archive, ledger and states of deliveries, and the claiming of work. */
@NullMarked
package norrhub.delivery;

import org.jspecify.annotations.NullMarked;
