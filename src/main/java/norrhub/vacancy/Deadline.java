package norrhub.vacancy;

import java.time.Instant;
import java.util.Optional;

/**
 * The last moment to apply.
 *
 * @param at the first instant at which it is too late; absent where the source gives no date
 * @param text what the source says instead of a date, such as "löpande"
 */
public record Deadline(Optional<Instant> at, Optional<String> text) {
  public static final Deadline NONE = new Deadline(Optional.empty(), Optional.empty());
}
