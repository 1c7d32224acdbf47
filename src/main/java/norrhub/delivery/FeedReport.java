package norrhub.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How the last finished delivery of a feed ended, and what waits.
 *
 * @param keptOut records that are not meant for everybody
 * @param heldBack vacancies that are missing but stay
 * @param suspicious so many are missing, or so little came or could be read, that somebody has to
 *     look
 * @param waiting deliveries that are received and not applied
 */
public record FeedReport(
    String feed,
    String delivery,
    DeliveryState state,
    String outcome,
    Optional<Instant> finishedAt,
    int keptOut,
    int heldBack,
    boolean suspicious,
    int waiting) {}
