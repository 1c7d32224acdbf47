package norrhub.fetch;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import norrhub.partner.RestSource;
import norrhub.partner.Since;

/** Where a poll begins: at the source's address, or at what has changed there. */
public final class FirstAddress {
  private FirstAddress() {}

  /**
   * @param lastWhole when the last delivery was asked for of which nothing is missing
   * @param zone of the partner
   */
  public static URI of(RestSource source, Optional<Instant> lastWhole, ZoneId zone, Instant now) {
    if (source.since().isEmpty()) {
      return source.url();
    }
    Since since = source.since().get();
    if (lastWhole.isEmpty() && since.snapshot().isPresent()) {
      return since.snapshot().get();
    }
    Instant from =
        lastWhole
            .map(whole -> whole.minus(since.overlap()))
            .orElseGet(() -> now.minus(since.first().orElseThrow()));
    String written =
        DateTimeFormatter.ofPattern(since.format(), Locale.ROOT)
            .withZone(since.zone().orElse(zone))
            .format(from);
    return Query.with(source.url(), since.parameter(), written);
  }
}
