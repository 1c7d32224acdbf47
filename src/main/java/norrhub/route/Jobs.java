package norrhub.route;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.platform.DatabaseWatch;
import norrhub.platform.JobStates;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.RouteIdAware;
import org.springframework.stereotype.Component;

/**
 * Goes along with each run of the hub's own jobs: none runs while the database does not answer, and
 * what a run fails of is kept with the job, by its route's id, until a later run does not fail.
 */
@Component("jobs")
public class Jobs implements PollingConsumerPollStrategy {
  private final JobStates states;
  private final DatabaseWatch database;
  private final Set<String> failed = ConcurrentHashMap.newKeySet();

  Jobs(JobStates states, DatabaseWatch database) {
    this.states = states;
    this.database = database;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return database.isUp();
  }

  /** Called by the routes' error handler, before the run's end. */
  public void failed(Exchange exchange) {
    failed.add(exchange.getFromRouteId());
    report(
        exchange.getFromRouteId(),
        exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    if (!failed.remove(job(consumer))) {
      states.works(job(consumer));
    }
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
    failed.remove(job(consumer));
    report(job(consumer), cause);
    return false;
  }

  private void report(String job, Throwable cause) {
    if (!database.explains(cause)) {
      states.failed(job, FailureMessage.of(cause), cause);
    }
  }

  private static String job(Consumer consumer) {
    return ((RouteIdAware) consumer).getRouteId();
  }
}
