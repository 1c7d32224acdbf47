package norrhub.route;

import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Where feed routes bring what failed: the feed's state and the log tell it, once. */
@Component("feedTrouble")
public class FeedTrouble {
  private final Polls polls;

  FeedTrouble(Polls polls) {
    this.polls = polls;
  }

  public void report(Exchange exchange) {
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    polls.trouble(FeedRoutes.feed(exchange.getFromRouteId()), Reason.of(cause));
  }
}
