package norrhub.catalogue.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import norrhub.platform.Stopwatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The time by which vacancies open, expire and are missed a second time. It is the clock's, unless
 * the clock has leapt: then it goes on as time passes, so that honest deadlines of the day are kept
 * and those of the days leapt over are not.
 */
@Component
public final class TrustedTime {
  private static final Logger LOG = LoggerFactory.getLogger(TrustedTime.class);

  /** Where nobody compares the clocks on a timer, whoever asks does after so long. */
  private static final Duration STALE = Duration.ofMinutes(1);

  private final Clock wall;
  private final DatabaseTime database;
  private final Stopwatch stopwatch;
  private final ClockLine line;
  private volatile @Nullable Timeline timeline;
  private Optional<String> told = Optional.empty();
  private Instant kept = Instant.MIN;

  public TrustedTime(Clock wall, DatabaseTime database, Stopwatch stopwatch, ClockLine line) {
    this.wall = wall;
    this.database = database;
    this.stopwatch = stopwatch;
    this.line = line;
  }

  /** The same as a clock. */
  public Clock clock() {
    return new Trusted();
  }

  public Instant now() {
    Timeline current = current();
    return current.earliest(wall.instant(), stopwatch.nanos());
  }

  /** Why the clock is not believed; empty where it is. */
  public Optional<String> doubt() {
    Timeline current = current();
    return current.doubt(wall.instant(), stopwatch.nanos());
  }

  /** The time that the clock shows, believed or not. */
  public Instant shown() {
    return wall.instant();
  }

  /** Compares the clocks, and reports a doubt when it begins and when it ends. */
  public void compare() {
    compared();
    Optional<String> doubt = doubt();
    if (doubt.isPresent() != told.isPresent()) {
      if (doubt.isPresent()) {
        LOG.warn("{}. Until then vacancies open and expire by {}", doubt.get(), now());
      } else {
        LOG.info("The clocks agree again: vacancies open and expire by {}", now());
      }
    }
    told = doubt;
  }

  private Timeline current() {
    Timeline current = timeline;
    return current == null || stopwatch.nanos() - current.nanos() > STALE.toNanos()
        ? compared()
        : current;
  }

  private synchronized Timeline compared() {
    Instant databaseNow = database.now();
    long nanos = stopwatch.nanos();
    Timeline before = timeline;
    Timeline now =
        before == null
            ? Timeline.start(line.believed(databaseNow), wall.instant(), databaseNow, nanos)
            : before.compared(wall.instant(), databaseNow, nanos);
    timeline = now;
    boolean changed = before != null && before.leap().isPresent() != now.leap().isPresent();
    if (changed
        || before == null
        || Duration.between(kept, databaseNow).abs().compareTo(STALE) > 0) {
      line.keep(now.projected(nanos), databaseNow);
      kept = databaseNow;
    }
    return now;
  }

  private final class Trusted extends Clock {
    @Override
    public Instant instant() {
      return now();
    }

    @Override
    public ZoneId getZone() {
      return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("Instants only");
    }
  }
}
