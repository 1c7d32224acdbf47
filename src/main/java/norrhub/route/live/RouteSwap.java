package norrhub.route.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import norrhub.config.Fault;
import norrhub.platform.JobStates;
import norrhub.poll.failure.FailureMessage;
import norrhub.route.FeedRoutes;
import norrhub.route.RunningFeeds;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces files of routes in the running Camel, once. A run of a route may come to its end first;
 * what cannot be built or started as the new files have it runs on as the old ones had it.
 */
final class RouteSwap {
  private static final Logger log = LoggerFactory.getLogger(RouteSwap.class);
  private static final int PATIENCE_SECONDS = 30;

  private final ModelCamelContext camel;
  private final RunningFeeds feeds;
  private final JobStates jobs;
  private final List<RouteText> before;
  private final List<RouteText> after;

  /**
   * @param before the files as they run
   * @param after the same as they are to run; one that is gone is missing
   */
  RouteSwap(
      ModelCamelContext camel,
      RunningFeeds feeds,
      JobStates jobs,
      List<RouteText> before,
      List<RouteText> after) {
    this.camel = camel;
    this.feeds = feeds;
    this.jobs = jobs;
    this.before = before;
    this.after = after;
  }

  /** Why nothing has changed; empty where all is as the new files have it. */
  Optional<String> run() {
    Optional<String> busy = stop(ids(before, RouteText.ROUTE));
    if (busy.isPresent()) {
      return busy;
    }
    Set<String> rebuilt = feeds.madeFrom(before.stream().map(RouteText::address).toList());
    feeds.takeOut(rebuilt);
    try {
      takeOut(before);
      load(after);
      refuse(feeds.putBack(rebuilt));
      ids(before, RouteText.ROUTE).stream()
          .filter(id -> camel.getRoute(id) == null)
          .forEach(jobs::forget);
      return Optional.empty();
    } catch (Exception e) {
      log.debug("The new files of routes do not run", e);
      undo(rebuilt);
      return Optional.of(fault(e).toString());
    }
  }

  /** A route that does not come to its end in time runs on, and so do those stopped before it. */
  private Optional<String> stop(Collection<String> routes) {
    List<String> stopped = new ArrayList<>();
    for (String route : routes) {
      try {
        if (camel.getRoute(route) != null) {
          if (!camel
              .getRouteController()
              .stopRoute(route, PATIENCE_SECONDS, TimeUnit.SECONDS, true)) {
            start(stopped);
            return Optional.of(
                "the route `%s` is still at work after %d s, so nothing was changed: reload again later"
                    .formatted(route, PATIENCE_SECONDS));
          }
          stopped.add(route);
        }
      } catch (Exception e) {
        start(stopped);
        return Optional.of("the route `%s`: %s".formatted(route, FailureMessage.of(e)));
      }
    }
    return Optional.empty();
  }

  private void start(List<String> routes) {
    for (String route : routes) {
      try {
        camel.getRouteController().startRoute(route);
      } catch (Exception e) {
        log.error("The route {} does not start again", route, e);
      }
    }
  }

  private void takeOut(List<RouteText> files) throws Exception {
    for (String id : ids(files, RouteText.ROUTE)) {
      FeedRoutes.takeOut(camel, id);
    }
    for (String id : ids(files, RouteText.TEMPLATE)) {
      if (camel.getRouteTemplateDefinition(id) != null) {
        camel.removeRouteTemplateDefinition(camel.getRouteTemplateDefinition(id));
      }
    }
    for (String id : ids(files, RouteText.CONFIGURATION)) {
      if (camel.getRouteConfigurationDefinition(id) != null) {
        camel.removeRouteConfiguration(camel.getRouteConfigurationDefinition(id));
      }
    }
  }

  private void load(List<RouteText> files) throws Exception {
    List<Resource> resources =
        files.stream().map(file -> ResourceHelper.fromString(file.address(), file.text())).toList();
    PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
  }

  private static void refuse(Map<String, String> failed) {
    if (!failed.isEmpty()) {
      throw new IllegalStateException(
          failed.entrySet().stream()
              .map(feed -> "feed " + feed.getKey() + " cannot be polled: " + feed.getValue())
              .collect(Collectors.joining("; ")));
    }
  }

  /** What ran before could be built before. */
  private void undo(Set<String> rebuilt) {
    try {
      feeds.takeOut(rebuilt);
      takeOut(after);
      load(before);
      feeds.putBack(rebuilt);
    } catch (Exception e) {
      log.error("The routes do not run as they did before: restart the hub", e);
    }
  }

  /** With the place that Camel names, where it does. */
  private Fault fault(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    for (RouteText file : after) {
      Matcher place =
          Pattern.compile(Pattern.quote(file.address()) + "(?::(\\d+))?").matcher(message);
      if (place.find()) {
        int line = place.group(1) == null ? 1 : Integer.parseInt(place.group(1));
        return new Fault(file.file(), line, FailureMessage.of(failure));
      }
    }
    RouteText first = (after.isEmpty() ? before : after).get(0);
    return new Fault(first.file(), 1, FailureMessage.of(failure));
  }

  private static Set<String> ids(List<RouteText> files, String kind) {
    Set<String> ids = new LinkedHashSet<>();
    files.forEach(file -> ids.addAll(file.ids(kind)));
    return ids;
  }
}
