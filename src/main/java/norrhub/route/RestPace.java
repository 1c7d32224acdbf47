package norrhub.route;

import java.time.Duration;
import norrhub.fetch.HostRateLimiter;
import norrhub.poll.RestPoll;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Says how long a REST poll waits before its next request. */
@Component("restPace")
public class RestPace {
  private final HostRateLimiter pace;

  RestPace(HostRateLimiter pace) {
    this.pace = pace;
  }

  /** How many milliseconds it is until it is this poll's turn at its server. */
  public long untilTurn(@ExchangeProperty("poll") RestPoll poll) {
    Duration pause = pace.untilTurn(poll.source());
    poll.waits(pause);
    return pause.toMillis();
  }
}
