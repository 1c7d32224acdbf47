package norrhub.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.partner.Transport;

/**
 * What one poll brought, archived, before it has a row in the ledger.
 *
 * @param name file, mail subject or address: for people
 * @param identity what the source calls it: name, size and time of a file; mailbox, UIDVALIDITY,
 *     UID and attachment of a mail; the time of a REST poll
 * @param receivedAt when it came, or when what was polled for was asked for
 * @param incompleteBecause why it did not come whole, where it did not: it is applied, and proves
 *     no absence
 */
public record Incoming(
    String feed,
    String partner,
    Transport transport,
    String name,
    String identity,
    List<ArchivedPart> parts,
    Instant receivedAt,
    Optional<String> incompleteBecause) {
  public Incoming {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A delivery has at least one part: " + name);
    }
  }

  /** A delivery that came whole. */
  public Incoming(
      String feed,
      String partner,
      Transport transport,
      String name,
      String identity,
      List<ArchivedPart> parts,
      Instant receivedAt) {
    this(feed, partner, transport, name, identity, parts, receivedAt, Optional.empty());
  }
}
