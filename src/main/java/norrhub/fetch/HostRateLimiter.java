package norrhub.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import norrhub.partner.RestSource;
import org.springframework.stereotype.Component;

/**
 * Gives every request to a server its turn: the feeds of one ATS often share a server, which counts
 * their requests together. Where feeds of a server ask for several paces, the slowest holds.
 *
 * <p>Each hub counts its own requests.
 */
@Component
public class HostRateLimiter {
  private final PollTuning tuning;
  private final Clock clock;
  private final Map<String, Turns> servers = new HashMap<>();
  private final Set<String> abandoned = new HashSet<>();

  HostRateLimiter(PollTuning tuning, Clock clock) {
    this.tuning = tuning;
    this.clock = clock;
  }

  /** Takes the next turn of the source's server and says how long it is until then. */
  public Duration untilTurn(RestSource source) {
    return untilTurn(source.server(), tuning.between(source));
  }

  /** The same for a request that is no feed's alone, such as one for an access token. */
  Duration untilTurn(URI address) {
    return untilTurn(RestSource.server(address), tuning.between(address));
  }

  private synchronized Duration untilTurn(String server, Duration wanted) {
    if (wanted.isZero() && !servers.containsKey(server)) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    sweep(now);
    Turns before = servers.getOrDefault(server, new Turns(Instant.MIN, Duration.ZERO));
    abandoned.remove(server);
    Duration between = wanted.compareTo(before.between) > 0 ? wanted : before.between;
    Instant free = before.last.equals(Instant.MIN) ? now : before.last.plus(between);
    Instant turn = free.isAfter(now) ? free : now;
    servers.put(server, new Turns(turn, between));
    return Duration.between(now, turn);
  }

  /**
   * No feed asks the server any more. Its last turn counts until it is over: a feed that is taken
   * out may come again at once.
   */
  public synchronized void forget(String server) {
    if (servers.containsKey(server)) {
      abandoned.add(server);
      sweep(clock.instant());
    }
  }

  private void sweep(Instant now) {
    abandoned.removeIf(
        server -> {
          Turns turns = servers.get(server);
          boolean over = turns == null || !turns.last.plus(turns.between).isAfter(now);
          if (over) {
            servers.remove(server);
          }
          return over;
        });
  }

  private record Turns(Instant last, Duration between) {}
}
