package norrhub.delivery;

import java.time.Instant;
import java.util.List;

/**
 * All that the ledger knows of one delivery.
 *
 * @param at when it was finished, or received where it waits
 * @param found how many notices there were in all, of errors, warnings and infos
 * @param scopes of the catalogue for which it is the newest word: what stands there belongs to it
 * @param notices those that are kept; of an unchanged delivery with those of the one that was read
 */
public record DeliveryRecord(
    String id,
    String feed,
    String name,
    DeliveryState state,
    Instant at,
    String outcome,
    int found,
    List<String> scopes,
    List<StoredNotice> notices) {
  public DeliveryRecord {
    scopes = List.copyOf(scopes);
    notices = List.copyOf(notices);
  }
}
