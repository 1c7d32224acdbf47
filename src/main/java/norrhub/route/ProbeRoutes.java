package norrhub.route;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import norrhub.partner.Feed;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.springframework.stereotype.Component;

/**
 * Builds routes for connection tests, of the templates of which the routes of feeds are made: a
 * test uses the endpoint that a poll uses, with all its options. Such a route never polls by
 * itself, for no feed has its name.
 */
@Component
public class ProbeRoutes {
  /** No feed's id holds a dot. */
  private static final String ENDING = ".try";

  private static final long SELDOM = 3_600_000;

  private final AtomicInteger count = new AtomicInteger();
  private final ModelCamelContext camel;

  ProbeRoutes(CamelContext camel) {
    this.camel = (ModelCamelContext) camel;
  }

  /**
   * @param parameters of the template, as the transport of the feed gives them
   */
  public ProbeRoute open(
      String template, Feed feed, Function<FeedBeans, Map<String, Object>> parameters)
      throws Exception {
    String name = feed.id() + ENDING + count.incrementAndGet();
    String route = FeedRoutes.route(name);
    FeedBeans beans = new FeedBeans(route);
    TemplatedRouteBuilder builder =
        TemplatedRouteBuilder.builder(camel, template)
            .routeId(route)
            .parameter("feed", name)
            .parameter("tick", SELDOM)
            .parameters(parameters.apply(beans));
    FeedRoutes.build(camel, beans.addTo(builder), route);
    return new ProbeRoute(camel, route);
  }
}
