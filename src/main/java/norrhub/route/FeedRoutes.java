package norrhub.route;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.config.Written;
import norrhub.delivery.feed.FeedStates;
import norrhub.fetch.PollTuning;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.poll.FeedRegistry;
import norrhub.poll.ForgetsFeeds;
import norrhub.poll.PollSchedule;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Adds the routes of each feed, one that polls and those that it calls, each feed for itself: one
 * whose routes cannot be built is reported as failing, and all others run.
 */
@Component
public class FeedRoutes {
  private static final Logger log = LoggerFactory.getLogger(FeedRoutes.class);
  private static final String PREFIX = "feed-";

  private final ModelCamelContext camel;
  private final List<FeedTransport> transports;
  private final FeedRegistry registry;
  private final PollSchedule polls;
  private final PollTuning tuning;
  private final FeedStates states;
  private final List<ForgetsFeeds> keepers;

  /** The routes of each feed, that which polls first. */
  private final Map<String, Deque<String>> built = new ConcurrentHashMap<>();

  FeedRoutes(
      CamelContext camel,
      List<FeedTransport> transports,
      FeedRegistry registry,
      PollSchedule polls,
      PollTuning tuning,
      FeedStates states,
      List<ForgetsFeeds> keepers) {
    this.camel = (ModelCamelContext) camel;
    this.transports = transports;
    this.registry = registry;
    this.polls = polls;
    this.tuning = tuning;
    this.states = states;
    this.keepers = keepers;
  }

  public static String route(String feed) {
    return PREFIX + feed;
  }

  /** The route of the feed that is made of that template; {@link #route(String)} calls it. */
  static String route(String feed, String template) {
    return route(feed) + "." + template;
  }

  static String feed(String route) {
    return route.substring(PREFIX.length());
  }

  /**
   * Adds the feed's routes and starts them.
   *
   * @return why there is none; empty where it runs
   */
  Optional<String> add(Partner partner, Feed feed) {
    try {
      registry.enter(partner, feed);
      if (!transport(feed).templates(feed).isEmpty()) {
        plan(feed);
        build(transport(feed), partner, feed);
      }
      log.info("feed {} of {} {}", feed.id(), partner.name(), comesIn(feed));
      return Optional.empty();
    } catch (Exception e) {
      log.error("feed {} of {} has no route: {}", feed.id(), partner.id(), FailureMessage.of(e), e);
      removeWhatIsLeft(feed.id());
      states.failed(feed.id(), "its route cannot be built: " + FailureMessage.of(e));
      return Optional.of(FailureMessage.of(e));
    }
  }

  /**
   * Whether one of the feed's routes stands in one of these files.
   *
   * @param files as Camel names them
   */
  boolean isMadeFrom(String feed, Collection<String> files) {
    return routes(feed).stream()
        .map(camel::getRoute)
        .filter(Objects::nonNull)
        .anyMatch(
            route ->
                files.stream().anyMatch(file -> route.getSourceLocation().startsWith(file + ":")));
  }

  /** A feed whose route does not poll is not waited for. */
  private String comesIn(Feed feed) {
    Route route = camel.getRoute(route(feed.id()));
    if (route == null) {
      return "is delivered by a route that is not its own";
    }
    if (route.getConsumer() instanceof ScheduledPollConsumer) {
      return "is polled every " + Written.duration(tuning.every(feed));
    }
    polls.forget(feed.id());
    return "is pushed to " + route.getEndpoint().getEndpointUri();
  }

  /** What a feed's route asks of its partner and feed, from its next step on. */
  void enter(Partner partner, Feed feed) {
    if (registry.has(feed.id())) {
      registry.enter(partner, feed);
    }
  }

  /** Has the feed polled whatever its interval, unless its server asked for a pause. */
  void pollAtOnce(String feed) {
    polls.soon(feed, Duration.ZERO);
  }

  /**
   * Lets a poll that runs come to its end, for as long as a shutdown would, and takes the routes
   * out.
   */
  void remove(String feed) {
    removeWhatIsLeft(feed);
    log.info("feed {} is not polled any more as it was", feed);
  }

  /** The route that polls comes last, when those that it calls are there. */
  private void build(FeedTransport transport, Partner partner, Feed feed) throws Exception {
    FeedBeans beans = new FeedBeans(route(feed.id()));
    Map<String, Object> parameters = transport.parameters(beans, partner, feed);
    String title = "%s (%s) of %s".formatted(feed.id(), feed.transport().word(), partner.name());
    List<String> templates = transport.templates(feed);
    Deque<String> routes = new ArrayDeque<>();
    built.put(feed.id(), routes);
    for (int i = templates.size() - 1; i >= 0; i--) {
      String route = i == 0 ? route(feed.id()) : route(feed.id(), templates.get(i));
      TemplatedRouteBuilder builder =
          TemplatedRouteBuilder.builder(camel, templates.get(i))
              .routeId(route)
              .parameter("feed", feed.id())
              .parameter("tick", tuning.tick(feed).toMillis())
              .parameters(parameters);
      routes.push(route);
      takeOut(camel, route);
      build(camel, beans.addTo(builder), route);
      describe(route, title);
    }
  }

  private void plan(Feed feed) {
    feed.rest()
        .ifPresentOrElse(
            source -> polls.plan(feed.id(), tuning.every(feed), source.server()),
            () -> polls.plan(feed.id(), tuning.every(feed)));
  }

  private FeedTransport transport(Feed feed) {
    return transports.stream()
        .filter(transport -> transport.transport() == feed.transport())
        .findFirst()
        .orElseThrow();
  }

  /**
   * In the route's own copy: the template is every feed's, and Camel fills in no parameters there.
   */
  private void describe(String route, String title) {
    RouteDefinition definition = camel.getRouteDefinition(route);
    definition.setDescription(title);
    camel.getRoute(route).getProperties().put(Route.DESCRIPTION_PROPERTY, title);
  }

  private void removeWhatIsLeft(String feed) {
    for (String route : routes(feed)) {
      try {
        takeOut(camel, route);
      } catch (Exception e) {
        log.warn("route {} was not taken out in order: {}", route, FailureMessage.of(e));
      }
    }
    built.remove(feed);
    keepers.forEach(keeper -> keeper.forget(feed));
  }

  /** The feed's routes, that which polls first; none where it was not added. */
  private Collection<String> routes(String feed) {
    return built.getOrDefault(feed, new ArrayDeque<>());
  }

  /** Builds and starts the route. One that cannot be built leaves none of its endpoints behind. */
  static void build(ModelCamelContext camel, TemplatedRouteBuilder builder, String route)
      throws Exception {
    Set<Endpoint> before = Set.copyOf(camel.getEndpoints());
    try {
      builder.add();
    } catch (Exception e) {
      takeOut(camel, route);
      for (Endpoint endpoint : List.copyOf(camel.getEndpoints())) {
        if (!before.contains(endpoint)) {
          camel.removeEndpoint(endpoint);
        }
      }
      throw e;
    }
  }

  /**
   * Stops the route and removes it, its endpoints and beans. A failed add leaves an orphan
   * definition behind, which would stop the next one.
   */
  public static void takeOut(ModelCamelContext camel, String route) throws Exception {
    if (camel.getRoute(route) != null) {
      camel.getRouteController().stopRoute(route);
      camel.removeRoute(route);
    }
    if (camel.getRouteDefinition(route) != null) {
      camel.removeRouteDefinition(camel.getRouteDefinition(route));
    }
  }
}
