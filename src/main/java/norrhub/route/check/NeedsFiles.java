package norrhub.route.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.PropertyResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A hub without its core routes, or without a folder that it cannot do without, stops at once and
 * names what is missing and where it looked. It would otherwise start, say that all is well, and do
 * nothing.
 */
public final class NeedsFiles
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
  /** Routes, templates and configurations that the hub cannot do without. */
  static final List<String> CORE =
      List.of(
          "feed",
          "job",
          "sftp-feed",
          "rest-feed",
          "rest-request",
          "mail-feed",
          "work",
          "boards",
          "clock",
          "events");

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    List<String> missing = missing(event.getEnvironment());
    if (!missing.isEmpty()) {
      missing.forEach(System.err::println);
      System.exit(2);
    }
  }

  /** After what is asked for first: a database. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  /** One sentence for each thing that is not there; none where the hub can start. */
  static List<String> missing(PropertyResolver settings) {
    Path config = Path.of(settings.getProperty("norrhub.home.config", "config"));
    List<String> missing = new ArrayList<>();
    if (isFolder(config, "norrhub.home.config", missing)) {
      for (String part : List.of("formats", "vocabulary")) {
        isFolder(config.resolve(part), "norrhub.home.config", missing);
      }
    }
    Path routes = RouteFiles.folder(settings);
    if (isFolder(routes, "norrhub.home.routes", missing)) {
      core(routes, missing);
    }
    return missing;
  }

  private static boolean isFolder(Path path, String setting, List<String> missing) {
    String place = "%s (%s)".formatted(path, path.toAbsolutePath().normalize());
    if (Files.isDirectory(path)) {
      try (Stream<Path> content = Files.list(path)) {
        if (content.findAny().isPresent()) {
          return true;
        }
        missing.add("Norrhub cannot start: the folder %s is empty.".formatted(place));
      } catch (IOException e) {
        missing.add("Norrhub cannot start: the folder %s cannot be read.".formatted(place));
      }
    } else if (Files.isSymbolicLink(path)) {
      missing.add(
          "Norrhub cannot start: %s is a link to %s, where there is no folder."
              .formatted(place, target(path)));
    } else {
      missing.add(
          "Norrhub cannot start: there is no folder %s; start it beside the folder, or set %s."
              .formatted(place, setting));
    }
    return false;
  }

  private static void core(Path folder, List<String> missing) {
    List<Path> files = RouteFiles.in(folder);
    Set<String> ids = new LinkedHashSet<>();
    for (Path file : files) {
      try {
        ids.addAll(ids(file));
      } catch (IOException | YAMLException e) {
        missing.add("Norrhub cannot start: %s cannot be read: %s".formatted(file, e.getMessage()));
      }
    }
    List<String> absent = CORE.stream().filter(id -> !ids.contains(id)).toList();
    if (missing.isEmpty() && !absent.isEmpty()) {
      missing.add(
          "Norrhub cannot start: no route or route template with the id %s in the %d files *%s of %s (%s)."
              .formatted(
                  String.join(", ", absent),
                  files.size(),
                  RouteFiles.ENDING,
                  folder,
                  folder.toAbsolutePath().normalize()));
    }
  }

  private static Set<String> ids(Path file) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    if (yaml.load(Files.readString(file)) instanceof List<?> all) {
      for (Object entry : all) {
        for (String kind : List.of("route", "routeTemplate", "routeConfiguration")) {
          if (entry instanceof Map<?, ?> map
              && map.get(kind) instanceof Map<?, ?> route
              && route.get("id") instanceof String id) {
            ids.add(id);
          }
        }
      }
    }
    return ids;
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return link;
    }
  }
}
