package norrhub.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that the hub stands on is not there.
 *
 * @param since when it was first missed
 * @param reason in one line
 */
public record Outage(Instant since, String reason) {
  /** For whoever asked for something that cannot be had. */
  public String sentence() {
    return "The database has not answered since %s: %s"
        .formatted(since.truncatedTo(ChronoUnit.SECONDS), reason);
  }
}
