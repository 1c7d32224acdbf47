package norrhub.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.partner.Transport;

/**
 * A delivery as it stands in the ledger.
 *
 * @param number the order in which deliveries are applied within a feed
 * @param id {@code <feed>-<number>}: what people and receipts call it
 * @param content SHA-256 over all parts
 * @param incompleteBecause why it did not come whole, where it did not
 * @param begunBefore it was begun once and broke off: the catalogue may have some of it
 */
public record Delivery(
    long number,
    String id,
    String feed,
    String partner,
    Transport transport,
    String name,
    String content,
    List<ArchivedPart> parts,
    Instant receivedAt,
    Optional<String> incompleteBecause,
    int attempts,
    boolean begunBefore) {}
