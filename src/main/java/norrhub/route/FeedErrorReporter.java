package norrhub.route;

import norrhub.platform.DatabaseWatch;
import norrhub.poll.FailureMessage;
import norrhub.poll.PollSchedule;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Where feed routes bring what failed: the feed's state and the log tell it, once. */
@Component("feedErrorReporter")
public class FeedErrorReporter {
  private final PollSchedule polls;
  private final DatabaseWatch database;

  FeedErrorReporter(PollSchedule polls, DatabaseWatch database) {
    this.polls = polls;
    this.database = database;
  }

  public void report(Exchange exchange) {
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    String feed = FeedRoutes.feed(exchange.getFromRouteId());
    if (database.explains(cause) || !database.isUp()) {
      polls.interrupted(feed);
    } else {
      polls.trouble(feed, FailureMessage.of(cause));
    }
  }
}
