package norrhub.route;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norrhub.config.Written;
import norrhub.delivery.feed.FeedStates;
import norrhub.fetch.PollTuning;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.poll.FailureMessage;
import norrhub.poll.FeedRegistry;
import norrhub.poll.ForgetsFeeds;
import norrhub.poll.PollSchedule;
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
 * Adds one route per feed, each for itself: a feed whose route cannot be built is reported as
 * failing, and all others run.
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

  static String feed(String route) {
    return route.substring(PREFIX.length());
  }

  /**
   * Adds the feed's route and starts it.
   *
   * @return why there is none; empty where it runs
   */
  Optional<String> add(Partner partner, Feed feed) {
    String route = route(feed.id());
    String title = "%s (%s) of %s".formatted(feed.id(), feed.transport().word(), partner.name());
    try {
      registry.enter(partner, feed);
      Optional<String> template = transport(feed).template(feed);
      if (template.isPresent()) {
        plan(feed);
        FeedBeans beans = new FeedBeans(route);
        TemplatedRouteBuilder builder =
            TemplatedRouteBuilder.builder(camel, template.get())
                .routeId(route)
                .parameter("feed", feed.id())
                .parameter("tick", tuning.tick(feed).toMillis())
                .parameters(transport(feed).parameters(beans, partner, feed));
        build(camel, beans.addTo(builder), route);
        describe(route, title);
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
   * Whether the feed's route stands in one of these files.
   *
   * @param files as Camel names them
   */
  boolean isMadeFrom(String feed, Collection<String> files) {
    Route route = camel.getRoute(route(feed));
    return route != null
        && files.stream().anyMatch(file -> route.getSourceLocation().startsWith(file + ":"));
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
   * Lets a poll that runs come to its end, for as long as a shutdown would, and takes the route
   * out.
   */
  void remove(String feed) {
    removeWhatIsLeft(feed);
    log.info("feed {} is not polled any more as it was", feed);
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
    try {
      takeOut(camel, route(feed));
    } catch (Exception e) {
      log.warn("feed {}: its route was not taken out in order: {}", feed, FailureMessage.of(e));
    }
    keepers.forEach(keeper -> keeper.forget(feed));
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
