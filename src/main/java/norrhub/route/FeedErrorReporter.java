package norrhub.route;

import norrhub.delivery.feed.FeedStates;
import norrhub.platform.DatabaseWatch;
import norrhub.poll.PollSchedule;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where feed routes bring what failed: the feed's state and the log tell it, once. */
@Component("feedErrorReporter")
public class FeedErrorReporter {
  private static final Logger log = LoggerFactory.getLogger(FeedErrorReporter.class);

  private final PollSchedule polls;
  private final FeedStates states;
  private final DatabaseWatch database;

  FeedErrorReporter(PollSchedule polls, FeedStates states, DatabaseWatch database) {
    this.polls = polls;
    this.states = states;
    this.database = database;
  }

  public void report(Exchange exchange) {
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    String feed = FeedRoutes.feed(exchange.getFromRouteId());
    if (database.explains(cause) || !database.isUp()) {
      polls.interrupted(feed);
    } else if (polls.isPolled(feed)) {
      polls.trouble(feed, FailureMessage.of(cause));
    } else {
      log.warn("feed {}: what was pushed was not received: {}", feed, FailureMessage.of(cause));
      states.failed(feed, FailureMessage.of(cause));
    }
  }
}
