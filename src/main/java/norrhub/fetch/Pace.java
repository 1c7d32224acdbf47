package norrhub.fetch;

import java.time.Duration;
import norrhub.partner.Feed;
import norrhub.partner.SftpSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Upper bounds on the times that partner files ask for: the sandbox and the tests hurry, the
 * campaign sets none.
 *
 * <p>What is not set is null; Spring Boot binds an absent Optional as null too.
 */
@ConfigurationProperties("norrhub.pace")
public record Pace(@Nullable Duration pollAtMost, @Nullable Duration settleAtMost) {
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

  private static Duration least(Duration wanted, @Nullable Duration most) {
    return most != null && most.compareTo(wanted) < 0 ? most : wanted;
  }
}
