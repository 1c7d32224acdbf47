package norrhub.fetch;

import java.time.Duration;

/**
 * How long a feed that fails backs off: its own interval, doubled with every failure in a row, up
 * to a quarter of an hour, so that it is back soon after its server is.
 */
public final class Backoff {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 20;

  private Backoff() {}

  /**
   * @param failures in a row, at least one
   */
  public static Duration after(int failures, Duration every) {
    Duration longest = every.compareTo(LONGEST) > 0 ? every : LONGEST;
    Duration pause = every.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
