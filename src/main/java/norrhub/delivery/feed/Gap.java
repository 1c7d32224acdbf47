package norrhub.delivery.feed;

import java.time.Instant;

/**
 * A delivery that was sent and never applied.
 *
 * @param delivery its id
 * @param name file or subject
 */
public record Gap(String delivery, String name, Instant at) {}
