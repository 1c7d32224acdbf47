package norrhub.route;

import java.util.List;
import norrhub.platform.DatabaseWatch;
import norrhub.platform.DiskWatch;
import norrhub.poll.AfterPoll;
import norrhub.poll.PollSchedule;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.RouteIdAware;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.springframework.stereotype.Component;

/**
 * One poller per feed across all hubs: asks {@link PollSchedule} before each poll of a feed's route
 * and tells it how the poll went. What the endpoint's own strategy does, it lets it do.
 */
@Component("exclusivePollStrategy")
class ExclusivePollStrategy implements PollingConsumerPollStrategy {
  private final PollingConsumerPollStrategy files = new RemoteFilePollingConsumerPollStrategy();
  private final PollingConsumerPollStrategy others = new DefaultPollingConsumerPollStrategy();
  private final PollSchedule polls;
  private final List<AfterPoll> afterwards;
  private final DatabaseWatch database;
  private final DiskWatch disk;

  ExclusivePollStrategy(
      PollSchedule polls, List<AfterPoll> afterwards, DatabaseWatch database, DiskWatch disk) {
    this.polls = polls;
    this.afterwards = afterwards;
    this.database = database;
    this.disk = disk;
  }

  /** None begins that could not be kept: without the ledger, or without room in the archive. */
  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    String feed = feed(consumer);
    if (!database.isUp() || disk.objection().isPresent()) {
      return false;
    }
    try {
      return polls.begin(feed) && own(endpoint).begin(consumer, endpoint);
    } catch (RuntimeException e) {
      if (!database.explains(e)) {
        throw e;
      }
      polls.dropped(feed);
      return false;
    }
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    String feed = feed(consumer);
    afterwards.forEach(step -> step.polled(feed));
    own(endpoint).commit(consumer, endpoint, polledMessages);
    polls.done(feed);
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause)
      throws Exception {
    if (database.explains(cause)) {
      polls.dropped(feed(consumer));
      return false;
    }
    try {
      return own(endpoint).rollback(consumer, endpoint, retryCounter, cause);
    } finally {
      polls.broke(feed(consumer), FailureMessage.of(cause));
    }
  }

  private PollingConsumerPollStrategy own(Endpoint endpoint) {
    return endpoint instanceof RemoteFileEndpoint ? files : others;
  }

  private static String feed(Consumer consumer) {
    return FeedRoutes.feed(((RouteIdAware) consumer).getRouteId());
  }
}
