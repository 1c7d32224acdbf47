package norrhub.route.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import norrhub.config.Fault;
import norrhub.platform.Changes;
import norrhub.platform.HubDirectories;
import norrhub.platform.JobStates;
import norrhub.poll.RouteReload;
import norrhub.route.RunningFeeds;
import norrhub.route.check.RoutesCheck;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The files of routes that Camel runs with, and how they are replaced. Files refer to one another,
 * so all that have changed are taken up together, or none.
 */
@Component
final class LiveRoutes implements RouteReload {
  private static final Logger log = LoggerFactory.getLogger(LiveRoutes.class);

  private final HubDirectories home;
  private final ModelCamelContext camel;
  private final RoutesCheck check;
  private final RunningFeeds feeds;
  private final JobStates jobs;
  private Map<String, RouteText> inForce;
  private volatile List<String> faults = List.of();

  LiveRoutes(
      HubDirectories home,
      CamelContext camel,
      RoutesCheck check,
      RunningFeeds feeds,
      JobStates jobs)
      throws IOException {
    this.home = home;
    this.camel = (ModelCamelContext) camel;
    this.check = check;
    this.feeds = feeds;
    this.jobs = jobs;
    this.inForce = RouteText.in(home.routes());
  }

  @Override
  public synchronized Outcome reload() {
    try {
      return reload(RouteText.in(home.routes()));
    } catch (IOException | UncheckedIOException e) {
      return rejected(List.of(new Fault(home.routes(), 1, "cannot be read: " + e).toString()));
    }
  }

  private Outcome reload(Map<String, RouteText> now) {
    Changes changes = Changes.between(contents(inForce), contents(now));
    Set<String> changed = names(changes);
    List<String> found = changed.isEmpty() ? List.of() : faults(now);
    if (changed.isEmpty() || !found.isEmpty()) {
      return rejected(found);
    }
    List<String> restart = needRestart(changed, now);
    if (!restart.isEmpty()) {
      faults = List.of();
      return new Outcome(Changes.NONE, restart);
    }
    Set<String> replaced = withUsers(changed, now);
    Optional<String> failure =
        new RouteSwap(camel, feeds, jobs, of(replaced, inForce), of(replaced, now)).run();
    if (failure.isPresent()) {
      return rejected(List.of(failure.get()));
    }
    inForce = now;
    faults = List.of();
    return new Outcome(changes, List.of());
  }

  private Outcome rejected(List<String> why) {
    faults = why;
    faults.forEach(fault -> log.error("Routes not taken up: {}", fault));
    return new Outcome(Changes.NONE, List.of());
  }

  @Override
  public List<String> faults() {
    return faults;
  }

  private List<String> faults(Map<String, RouteText> now) {
    return now.isEmpty()
        ? List.of(new Fault(home.routes(), 1, "the folder has no files of routes").toString())
        : check.check().stream().map(Fault::toString).toList();
  }

  /**
   * Of a changed file that holds more than routes, templates and configurations, Camel cannot take
   * out what is gone. As files refer to one another, the others wait for the restart too.
   */
  private List<String> needRestart(Set<String> changed, Map<String, RouteText> now) {
    return Stream.concat(of(changed, inForce).stream(), of(changed, now).stream())
            .allMatch(RouteText::isLive)
        ? List.of()
        : changed.stream().map(name -> home.routes().resolve(name).toString()).sorted().toList();
  }

  /** The changed files, and those whose routes are built with a configuration that has changed. */
  private Set<String> withUsers(Set<String> changed, Map<String, RouteText> now) {
    Changes configurations =
        Changes.between(configurations(changed, inForce), configurations(changed, now));
    Set<String> ids = names(configurations);
    Set<String> all = new HashSet<>(changed);
    now.forEach(
        (name, file) -> {
          if (file.uses(ids)) {
            all.add(name);
          }
        });
    return all;
  }

  private static Map<String, JsonNode> configurations(
      Set<String> names, Map<String, RouteText> files) {
    Map<String, JsonNode> found = new HashMap<>();
    of(names, files).forEach(file -> found.putAll(file.byId(RouteText.CONFIGURATION)));
    return found;
  }

  private static Set<String> names(Changes changes) {
    Set<String> names = new HashSet<>();
    Stream.of(changes.added(), changes.changed(), changes.removed()).forEach(names::addAll);
    return names;
  }

  private static List<RouteText> of(Set<String> names, Map<String, RouteText> files) {
    List<RouteText> found = new ArrayList<>();
    names.stream()
        .sorted()
        .forEach(name -> Optional.ofNullable(files.get(name)).ifPresent(found::add));
    return found;
  }

  private static Map<String, JsonNode> contents(Map<String, RouteText> files) {
    Map<String, JsonNode> contents = new LinkedHashMap<>();
    files.forEach((name, file) -> contents.put(name, file.content()));
    return contents;
  }
}
