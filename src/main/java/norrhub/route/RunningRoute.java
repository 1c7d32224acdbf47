package norrhub.route;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.StatefulService;

/** Whether the route in which an exchange began still runs. */
final class RunningRoute {
  private RunningRoute() {}

  /**
   * False from the moment at which the hub begins to shut down, or the route to stop: Camel then
   * waits for the exchange to end. An exchange that began in no route goes on as long as the hub.
   */
  static boolean isRunning(Exchange exchange) {
    if (!exchange.getContext().isStarted()) {
      return false;
    }
    String id = exchange.getFromRouteId();
    if (id == null) {
      return true;
    }
    Route route = exchange.getContext().getRoute(id);
    return route != null
        && (!(route.getConsumer() instanceof StatefulService consumer) || consumer.isStarted());
  }
}
