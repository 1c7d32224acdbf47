package norrhub.config;

import java.time.Duration;

/** Writes values in the log and in messages as configuration files write them. */
public final class Written {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Written() {}

  /** In the largest unit that leaves no rest: {@code 90s}, {@code 5m}, {@code 1h}, {@code 2d}. */
  public static String duration(Duration time) {
    long millis = time.toMillis();
    if (millis % SECOND != 0) {
      return millis + "ms";
    }
    if (millis == 0 || millis % MINUTE != 0) {
      return millis / SECOND + "s";
    }
    if (millis % HOUR != 0) {
      return millis / MINUTE + "m";
    }
    return millis % DAY == 0 ? millis / DAY + "d" : millis / HOUR + "h";
  }
}
