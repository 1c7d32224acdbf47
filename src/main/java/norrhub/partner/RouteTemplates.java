package norrhub.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import norrhub.config.ClosestMatch;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;
import org.jspecify.annotations.Nullable;

/**
 * Holds what feeds give under {@code camel} against the route templates in the route files, and
 * their parameters.
 */
final class RouteTemplates {
  private static final String TEMPLATE = "/camel/template";

  /** What the hub fills in itself, where a template declares it. */
  private static final Set<String> OURS = Set.of("feed", "tick", "tls");

  private static final Set<Transport> HUBS_OWN =
      EnumSet.of(Transport.SFTP, Transport.REST, Transport.MAIL);

  private final Path folder;
  private final boolean known;
  private final Map<String, Template> templates = new LinkedHashMap<>();

  RouteTemplates(HubDirectories home, ConfigFiles reader) {
    this.folder = home.routes();
    List<Path> files = files(folder);
    this.known = !files.isEmpty();
    files.forEach(file -> read(file, reader));
    HUBS_OWN.forEach(transport -> templates.remove(transport.template()));
  }

  /**
   * Where there are no route files, as where a configuration lies alone, nothing is said of them.
   */
  void check(PartnerFile partner) {
    if (!known) {
      return;
    }
    Map<String, List<String>> parameters = partner.namesUnder("camel/parameters");
    Map<String, List<String>> secrets = partner.namesUnder("camel/secrets");
    partner
        .words("/feeds/*" + TEMPLATE)
        .forEach(
            (pointer, name) -> {
              String feed = pointer.substring(0, pointer.length() - TEMPLATE.length());
              Template template = templates.get(name);
              if (template == null) {
                partner.add(pointer, unknown(name));
              } else {
                Set<String> given = new LinkedHashSet<>(parameters.getOrDefault(feed, List.of()));
                given.addAll(secrets.getOrDefault(feed, List.of()));
                checkMissing(partner, pointer, name, template, given);
                checkGiven(
                    partner, feed + "/camel/parameters/", name, template, parameters.get(feed));
                checkGiven(partner, feed + "/camel/secrets/", name, template, secrets.get(feed));
              }
            });
  }

  private static void checkMissing(
      PartnerFile partner, String pointer, String name, Template template, Set<String> given) {
    if (!template.declared.contains("feed")) {
      partner.add(
          pointer,
          "the route template `%s` does not declare the parameter `feed`, so it cannot say whose deliveries it brings"
              .formatted(name));
    }
    for (String parameter : template.required) {
      if (!given.contains(parameter)) {
        partner.add(
            pointer,
            "the route template `%s` needs the parameter `%s`: write it under `parameters`, or under `secrets` if it is one"
                .formatted(name, parameter));
      }
    }
  }

  private static void checkGiven(
      PartnerFile partner,
      String at,
      String name,
      Template template,
      @Nullable List<String> given) {
    for (String parameter : given == null ? List.<String>of() : given) {
      if (OURS.contains(parameter)) {
        partner.add(at + parameter, "the hub fills in `%s` itself".formatted(parameter));
      } else if (!template.declared.contains(parameter)) {
        Set<String> open = new TreeSet<>(template.declared);
        open.removeAll(OURS);
        String meant =
            ClosestMatch.of(parameter, open)
                .map(near -> ", did you mean `" + near + "`?")
                .orElse(open.isEmpty() ? "" : "; it has " + String.join(", ", open));
        partner.add(
            at + parameter,
            "the route template `%s` has no parameter `%s`%s".formatted(name, parameter, meant));
      }
    }
  }

  private String unknown(String name) {
    for (Transport transport : HUBS_OWN) {
      if (transport.template().equals(name)) {
        return "`%s` is the hub's own: write `%s:` instead of `camel:`"
            .formatted(name, transport.word());
      }
    }
    String meant =
        ClosestMatch.of(name, templates.keySet())
            .map(near -> ", did you mean `" + near + "`?")
            .orElse(": no file *.camel.yaml in " + folder + " has it");
    return "unknown route template `" + name + "`" + meant;
  }

  private void read(Path file, ConfigFiles reader) {
    Map<String, String> names = reader.texts(file, "/*/routeTemplate/parameters/*/name");
    Map<String, String> required = reader.texts(file, "/*/routeTemplate/parameters/*/required");
    reader
        .texts(file, "/*/routeTemplate/id")
        .forEach(
            (at, id) -> {
              Template template = new Template(new LinkedHashSet<>(), new LinkedHashSet<>());
              String parameters = at.replaceFirst("/id$", "/parameters/");
              names.forEach(
                  (pointer, name) -> {
                    if (pointer.startsWith(parameters)) {
                      String parameter = pointer.replaceFirst("/name$", "");
                      template.add(
                          name,
                          !reader.has(file, parameter + "/defaultValue")
                              && !"false".equals(required.get(parameter + "/required")));
                    }
                  });
              templates.put(id, template);
            });
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(".camel.yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Template(Set<String> declared, Set<String> required) {
    void add(String parameter, boolean isRequired) {
      declared.add(parameter);
      if (isRequired && !OURS.contains(parameter)) {
        required.add(parameter);
      }
    }
  }
}
