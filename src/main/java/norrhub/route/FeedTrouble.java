package norrhub.route;

import norrhub.platform.DatabaseWatch;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Where feed routes bring what failed: the feed's state and the log tell it, once. */
@Component("feedTrouble")
public class FeedTrouble {
  private final Polls polls;
  private final DatabaseWatch database;

  FeedTrouble(Polls polls, DatabaseWatch database) {
    this.polls = polls;
    this.database = database;
  }

  public void report(Exchange exchange) {
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    String feed = FeedRoutes.feed(exchange.getFromRouteId());
    if (database.explains(cause) || !database.isUp()) {
      polls.interrupted(feed);
    } else {
      polls.trouble(feed, Reason.of(cause));
    }
  }
}
