package norrhub.route.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import norrhub.config.ClosestMatch;

/**
 * Whether the configurations that routes and templates name exist. Camel builds a route without the
 * one that is misspelt, and says nothing: its failures would be reported nowhere.
 */
final class ConfigurationIds {
  private static final String NAMED = "routeConfigurationId";

  private final Set<String> known = new HashSet<>();

  ConfigurationIds(List<RouteFile> files) {
    for (RouteFile file : files) {
      file.content()
          .forEach(entry -> known.add(entry.path("routeConfiguration").path("id").asText()));
    }
  }

  void check(RouteFile file) {
    for (int i = 0; i < file.content().size(); i++) {
      JsonNode entry = file.content().path(i);
      check(file, "/" + i + "/route", entry.path("route"));
      check(file, "/" + i + "/routeTemplate/route", entry.path("routeTemplate").path("route"));
    }
  }

  /** Several are separated by commas; one that ends in a star is a pattern. */
  private void check(RouteFile file, String at, JsonNode route) {
    String named = route.path(NAMED).asText();
    for (String id : named.isEmpty() ? new String[0] : named.split("\\s*,\\s*")) {
      if (!known.contains(id) && !id.endsWith("*")) {
        String meant =
            ClosestMatch.of(id, known).map(near -> "; did you mean `" + near + "`?").orElse("");
        file.fault(at + "/" + NAMED, "no file has the routeConfiguration `" + id + "`" + meant);
      }
    }
  }
}
