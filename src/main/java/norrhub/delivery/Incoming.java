package norrhub.delivery;

import java.time.Instant;
import java.util.List;

/**
 * What one poll brought, complete and archived, before it has a row in the ledger.
 *
 * @param name file, mail subject or address: for people
 * @param identity what the source calls it: name, size and time of a file; mailbox, UIDVALIDITY,
 *     UID and attachment of a mail; the time of a REST poll
 */
public record Incoming(
    String feed,
    String partner,
    String transport,
    String name,
    String identity,
    List<ArchivedPart> parts,
    Instant receivedAt) {
  public Incoming {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A delivery has at least one part: " + name);
    }
  }
}
