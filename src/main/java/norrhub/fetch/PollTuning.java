package norrhub.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import norrhub.partner.Feed;
import norrhub.partner.RestSource;
import norrhub.partner.SftpSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Upper bounds on the times that partner files ask for: the sandbox and the tests hurry, the
 * campaign sets none.
 *
 * <p>What is not set is null; Spring Boot binds an absent Optional as null too.
 *
 * @param pollAtMost shortens {@code every} of feeds; for the sandbox and tests
 * @param settleAtMost shortens {@code settle} of feeds; for the sandbox and tests
 * @param hosts the least time between two requests of this hub to that host, such as {@code 200ms},
 *     whatever {@code pace} in partner files says; a name with dots in brackets: {@code
 *     norrhub.pace.hosts[api.example.org]}
 */
@ConfigurationProperties("norrhub.pace")
public record PollTuning(
    @Nullable Duration pollAtMost,
    @Nullable Duration settleAtMost,
    @DefaultValue Map<String, Duration> hosts) {
  private static final Duration LONGEST_TICK = Duration.ofSeconds(5);

  public Duration every(Feed feed) {
    return least(feed.every(), pollAtMost);
  }

  public Duration settle(SftpSource source) {
    return least(source.settle(), settleAtMost);
  }

  /**
   * How often a hub asks itself whether a feed is due: more often than it is polled, so that it
   * takes over within seconds where another hub has died.
   */
  public Duration tick(Feed feed) {
    return least(every(feed), LONGEST_TICK);
  }

  /** The least time between two requests to the source's host. */
  Duration between(RestSource source) {
    Duration own = source.pace().orElse(Duration.ZERO);
    Duration ofHost = between(source.url());
    return own.compareTo(ofHost) > 0 ? own : ofHost;
  }

  /** The least time between two requests to the address's host, whichever feeds they are for. */
  Duration between(URI address) {
    return hosts.getOrDefault(address.getHost(), Duration.ZERO);
  }

  private static Duration least(Duration wanted, @Nullable Duration most) {
    return most != null && most.compareTo(wanted) < 0 ? most : wanted;
  }
}
