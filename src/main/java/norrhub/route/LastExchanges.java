package norrhub.route;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import norrhub.platform.Stopwatch;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/**
 * Measures of each route when its last exchange ended and how long it took. Camel's own metrics
 * count and add up, and know no last one.
 */
@Component
final class LastExchanges implements RoutePolicyFactory {
  private final MeterRegistry metrics;
  private final Stopwatch stopwatch;
  private final Clock clock;

  LastExchanges(MeterRegistry metrics, Stopwatch stopwatch, Clock clock) {
    this.metrics = metrics;
    this.stopwatch = stopwatch;
    this.clock = clock;
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode definition) {
    return new LastExchange(route);
  }

  /** Of one route; its metrics go with it. */
  private final class LastExchange extends RoutePolicySupport {
    private final String began;
    private final List<Gauge> gauges;
    private volatile double seconds = Double.NaN;
    private volatile double endedAt = Double.NaN;

    LastExchange(String route) {
      began = "norrhub.began." + route;
      gauges =
          List.of(
              Gauge.builder("norrhub.route.last.seconds", () -> seconds)
                  .description("How long the last exchange of the route took")
                  .tag("routeId", route)
                  .register(metrics),
              Gauge.builder("norrhub.route.last.timestamp.seconds", () -> endedAt)
                  .description("When the last exchange of the route ended")
                  .tag("routeId", route)
                  .register(metrics));
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
      exchange.setProperty(began, stopwatch.nanos());
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
      Long start = (Long) exchange.removeProperty(began);
      if (start != null) {
        seconds = (stopwatch.nanos() - start) / 1e9;
        endedAt = clock.millis() / 1e3;
      }
    }

    @Override
    public void onRemove(Route route) {
      gauges.forEach(metrics::remove);
    }
  }
}
