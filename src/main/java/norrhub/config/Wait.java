package norrhub.config;

import java.time.Duration;
import java.time.Instant;

/**
 * A wait that began at a time and lasts so long. Where its beginning lies ahead, the clock has been
 * set back since: then it is over, for else it would last as much longer.
 */
public record Wait(Instant from, Duration length) {
  public boolean isOver(Instant now) {
    return now.isBefore(from) || !now.isBefore(from.plus(length));
  }
}
