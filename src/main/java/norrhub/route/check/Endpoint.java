package norrhub.route.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint of a route.
 *
 * @param uriAt where its address stands in the file, as a JSON pointer
 * @param resolvedUri its address, with the default values of the template's parameters
 * @param options those of the address and those below {@code parameters}, as text, with the same
 *     default values
 * @param places where each of them stands
 */
record Endpoint(
    String uriAt, String resolvedUri, Map<String, String> options, Map<String, String> places) {
  private static final Pattern QUERY = Pattern.compile("(?<!\\{\\{)\\?");

  /**
   * @param node with {@code uri}, and {@code parameters} where there are any
   * @param defaults of the template's parameters
   */
  static Endpoint of(String at, JsonNode node, Map<String, String> defaults) {
    String uri = node.path("uri").asText();
    Map<String, String> options = new LinkedHashMap<>();
    Map<String, String> places = new LinkedHashMap<>();
    int query = query(uri);
    if (query >= 0) {
      for (String pair : uri.substring(query + 1).split("&")) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        options.put(name, resolved(value, defaults));
        places.put(name, at + "/uri");
      }
    }
    node.path("parameters")
        .properties()
        .forEach(
            option -> {
              options.put(option.getKey(), resolved(option.getValue().asText(), defaults));
              places.put(option.getKey(), at + "/parameters/" + option.getKey());
            });
    String address = query < 0 ? uri : uri.substring(0, query);
    return new Endpoint(at + "/uri", resolved(address, defaults), options, places);
  }

  /** Where the options begin: not at the question mark of a placeholder. */
  private static int query(String uri) {
    Matcher mark = QUERY.matcher(uri);
    return mark.find() ? mark.start() : -1;
  }

  String at(String option) {
    return places.getOrDefault(option, uriAt);
  }

  private static String resolved(String text, Map<String, String> defaults) {
    return RouteFile.PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(defaults.getOrDefault(found.group(1), found.group())));
  }
}
