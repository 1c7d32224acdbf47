package norrhub.admin.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What each route has done since it was started: the answer to {@code norrhub status --routes}.
 *
 * @param at the hub's own time
 */
record RouteStatistics(Instant at, List<OfRoute> routes) {

  /**
   * One route.
   *
   * @param exchanges that have ended, with those that failed
   * @param failures handled by the route or not
   * @param meanMillis absent while none has ended
   */
  record OfRoute(
      String route,
      long exchanges,
      long failures,
      Optional<Double> meanMillis,
      Optional<Double> lastMillis,
      Optional<Instant> lastAt) {}
}
