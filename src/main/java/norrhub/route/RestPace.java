package norrhub.route;

import java.io.InterruptedIOException;
import java.time.Duration;
import norrhub.fetch.HostRateLimiter;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Spaces the requests to a server. */
@Component("restPace")
public class RestPace {
  /** So many milliseconds after the beginning of a shutdown a pause ends at the latest. */
  private static final long STEP = 100;

  private final HostRateLimiter pace;

  RestPace(HostRateLimiter pace) {
    this.pace = pace;
  }

  /** Waits until it is this request's turn at its server, but not through a shutdown. */
  public void awaitTurn(@Body RestCall call, Exchange exchange) throws InterruptedIOException {
    Duration pause = pace.untilTurn(call.source());
    call.waited(pause);
    for (long left = pause.toMillis(); left > 0; left -= STEP) {
      if (!RunningRoute.isRunning(exchange)) {
        throw new InterruptedIOException("the pause between two requests ends with the route");
      }
      sleep(Math.min(left, STEP));
    }
  }

  private static void sleep(long millis) throws InterruptedIOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the pause between two requests was interrupted");
    }
  }
}
