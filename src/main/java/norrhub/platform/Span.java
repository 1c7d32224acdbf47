package norrhub.platform;

import java.time.Duration;
import java.time.Instant;

/** Lengths of time as people say them: one number, one unit. */
public final class Span {
  private Span() {}

  public static String of(Duration time) {
    long seconds = Math.max(time.toSeconds(), 0);
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 2 * 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 2 * 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
  }

  public static String ago(Instant then, Instant now) {
    return of(Duration.between(then, now)) + " ago";
  }
}
