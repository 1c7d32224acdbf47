package norrhub.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How the last finished delivery of a feed ended, and what waits.
 *
 * @param heldBack vacancies that are missing but stay
 * @param suspicious so many are missing, or so little could be read, that somebody has to look
 * @param waiting deliveries that are received and not applied
 */
public record FeedReport(
    String feed,
    String delivery,
    DeliveryState state,
    String outcome,
    Optional<Instant> finishedAt,
    int heldBack,
    boolean suspicious,
    int waiting) {}
