package norrhub.route.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What every route template of a feed needs, so that one hub polls at a time, and what fails is the
 * feed's failure.
 */
final class FeedTemplates {
  private static final Map<String, String> POLLING =
      Map.of("pollStrategy", "#exclusivePollStrategy", "bridgeErrorHandler", "true");

  private final EndpointOptions components;

  FeedTemplates(EndpointOptions components) {
    this.components = components;
  }

  void check(RouteFile file) {
    for (int i = 0; i < file.content().size(); i++) {
      JsonNode template = file.content().path(i).path("routeTemplate");
      if (isOfAFeed(template)) {
        check(file, "/" + i + "/routeTemplate/route", template.path("route"));
      }
    }
  }

  /** A template that only others call is nobody's transport. */
  private static boolean isOfAFeed(JsonNode template) {
    boolean called = template.path("route").path("from").path("uri").asText().startsWith("direct:");
    for (JsonNode parameter : template.path("parameters")) {
      if (parameter.path("name").asText().equals("feed")) {
        return !called;
      }
    }
    return false;
  }

  private void check(RouteFile file, String at, JsonNode route) {
    if (!route.path("routeConfigurationId").asText().equals("feed")) {
      file.fault(
          at,
          "a feed's template needs `routeConfigurationId: feed`: what fails would not be reported as the feed's failure");
    }
    file.eachEndpoint(
        endpoint -> {
          if (endpoint.uriAt().equals(at + "/from/uri")
              && components.hasOption(endpoint, "pollStrategy")) {
            POLLING.forEach(
                (option, value) -> {
                  if (!value.equals(endpoint.options().get(option))) {
                    file.fault(
                        endpoint.at(option),
                        "a feed's template that polls needs `%s: \"%s\"`".formatted(option, value));
                  }
                });
          }
        });
  }
}
