package norrhub.delivery.feed;

import java.time.Instant;
import java.util.Optional;

/**
 * How the fetching of a feed goes.
 *
 * @param firstPoll the first good one
 * @param failingSince the first failed poll since the last good one
 * @param notBefore the source asked for a pause until then
 */
public record FeedState(
    String feed,
    Optional<Instant> firstPoll,
    Optional<Instant> lastPoll,
    Optional<Instant> lastSuccess,
    Optional<Instant> failingSince,
    Optional<String> failure,
    Optional<Instant> notBefore,
    Optional<String> waitReason) {}
