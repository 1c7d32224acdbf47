package norrhub.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How often something comes from a feed, learnt from when it came.
 *
 * @param arrivals the last ones, oldest first; what came within twelve hours is one
 * @param last when something came last, or where nothing ever did, when it was first asked for
 */
public record Rhythm(List<Instant> arrivals, Instant last) {
  /** So many are remembered. */
  static final int ARRIVALS = 21;

  /** Fewer intervals are no rhythm. */
  private static final int FEWEST_INTERVALS = 3;

  private static final Duration UNKNOWN = Duration.ofDays(7);
  private static final Duration LEAST = Duration.ofDays(1);
  private static final Duration MOST = Duration.ofDays(30);

  public Rhythm {
    arrivals = List.copyOf(arrivals);
  }

  /** That of a feed that was first polled then, and from which nothing ever came. */
  public static Rhythm ofNothing(Instant firstPoll) {
    return new Rhythm(List.of(), firstPoll);
  }

  /**
   * The interval that is usual: the longest of those remembered but for one. A median would call
   * every weekend a silence, and the longest would learn from a single outage.
   */
  public Optional<Duration> usual() {
    List<Duration> intervals = new ArrayList<>();
    for (int i = 1; i < arrivals.size(); i++) {
      intervals.add(Duration.between(arrivals.get(i - 1), arrivals.get(i)));
    }
    if (intervals.size() < FEWEST_INTERVALS) {
      return Optional.empty();
    }
    Collections.sort(intervals);
    return Optional.of(intervals.get(intervals.size() - 2));
  }

  /** Whether nothing came for twice the usual interval; within a month that is always so. */
  public boolean isSilent(Instant now) {
    return Duration.between(last, now).compareTo(patience()) >= 0;
  }

  private Duration patience() {
    Duration twice = usual().map(usual -> usual.multipliedBy(2)).orElse(UNKNOWN);
    Duration atLeast = twice.compareTo(LEAST) < 0 ? LEAST : twice;
    return atLeast.compareTo(MOST) > 0 ? MOST : atLeast;
  }
}
