package norrhub.admin.endpoint;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** Says what the routes have done, by the metrics that they keep. */
@Component
@Endpoint(id = "routes")
class RoutesEndpoint {
  private static final String TOTAL = "camel.exchanges.total";
  private static final List<String> FAILURES =
      List.of("camel.exchanges.failed", "camel.exchanges.failures.handled");
  private static final String TIME = "camel.route.policy";
  private static final String LAST_TIME = "norrhub.route.last.seconds";
  private static final String LAST_AT = "norrhub.route.last.timestamp.seconds";
  private static final String ROUTE = "routeId";

  private final MeterRegistry metrics;
  private final FeedStatuses feeds;
  private final Clock clock;

  RoutesEndpoint(MeterRegistry metrics, FeedStatuses feeds, Clock clock) {
    this.metrics = metrics;
    this.feeds = feeds;
    this.clock = clock;
  }

  @ReadOperation
  RouteStatistics routes() {
    return routes(route -> true);
  }

  /** The same of one feed's routes. */
  @ReadOperation
  WebEndpointResponse<?> feed(@Selector String feed) {
    String own = "feed-" + feed;
    return feeds.of(feed).isPresent()
        ? new WebEndpointResponse<>(
            routes(route -> route.equals(own) || route.startsWith(own + ".")))
        : Refusals.unknownFeed(feed, feeds.all());
  }

  private RouteStatistics routes(Predicate<String> shown) {
    return new RouteStatistics(
        clock.instant(),
        metrics.find(TOTAL).counters().stream()
            .map(counter -> String.valueOf(counter.getId().getTag(ROUTE)))
            .filter(shown)
            .distinct()
            .sorted()
            .map(this::of)
            .toList());
  }

  private RouteStatistics.OfRoute of(String route) {
    return new RouteStatistics.OfRoute(
        route,
        count(TOTAL, route),
        FAILURES.stream().mapToLong(name -> count(name, route)).sum(),
        metrics.find(TIME).tag(ROUTE, route).timers().stream()
            .findFirst()
            .filter(timer -> timer.count() > 0)
            .map((Timer timer) -> timer.mean(TimeUnit.MILLISECONDS)),
        gauge(LAST_TIME, route).map(seconds -> seconds * 1e3),
        gauge(LAST_AT, route).map(seconds -> Instant.ofEpochMilli(Math.round(seconds * 1e3))));
  }

  private long count(String name, String route) {
    return Math.round(
        metrics.find(name).tag(ROUTE, route).counters().stream().mapToDouble(Counter::count).sum());
  }

  private Optional<Double> gauge(String name, String route) {
    return metrics.find(name).tag(ROUTE, route).gauges().stream()
        .map(Gauge::value)
        .filter(value -> !value.isNaN())
        .findFirst();
  }
}
