package norrhub.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Until when a server asks for a pause: the Retry-After header, in seconds or as a date. */
public final class RetryAfter {
  /** What a server gets that asks without saying how long. */
  static final Duration USUAL = Duration.ofMinutes(5);

  public static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /** The time said, but never more than a day away: nobody silences a feed for good. */
  public static Instant until(Optional<String> header, Instant now) {
    Instant asked = header.map(String::strip).flatMap(h -> parse(h, now)).orElse(now.plus(USUAL));
    Instant latest = now.plus(LONGEST);
    if (asked.isBefore(now)) {
      return now;
    }
    return asked.isAfter(latest) ? latest : asked;
  }

  private static Optional<Instant> parse(String header, Instant now) {
    if (header.matches("\\d{1,9}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(header)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
