package norrhub.route.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import norrhub.route.check.RouteFiles;
import org.apache.camel.support.PatternHelper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A file of routes as it was read.
 *
 * @param address as Camel names it in its messages
 * @param content without remarks and layout
 */
record RouteText(Path file, String address, String text, JsonNode content) {
  static final String ROUTE = "route";
  static final String TEMPLATE = "routeTemplate";
  static final String CONFIGURATION = "routeConfiguration";
  private static final Set<String> LIVE = Set.of(ROUTE, TEMPLATE, CONFIGURATION);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The files of the folder, by name. */
  static Map<String, RouteText> in(Path folder) throws IOException {
    Map<String, RouteText> files = new LinkedHashMap<>();
    for (Path file : RouteFiles.in(folder)) {
      files.put(String.valueOf(file.getFileName()), of(file));
    }
    return files;
  }

  private static RouteText of(Path file) throws IOException {
    String text = Files.readString(file);
    return new RouteText(file, RouteFiles.address(file), text, content(text));
  }

  /** What is not YAML is its own content: the check of the file says what is wrong with it. */
  private static JsonNode content(String text) {
    try {
      return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    } catch (YAMLException e) {
      return TextNode.valueOf(text);
    }
  }

  /** The ids of the file's routes, templates or configurations. */
  List<String> ids(String kind) {
    return entries(kind).stream().map(entry -> entry.path("id").asText()).toList();
  }

  /** What the file says of one of them. */
  Map<String, JsonNode> byId(String kind) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    entries(kind).forEach(entry -> entries.put(entry.path("id").asText(), entry));
    return entries;
  }

  private List<JsonNode> entries(String kind) {
    List<JsonNode> found = new ArrayList<>();
    content.forEach(entry -> found.add(entry.path(kind)));
    return found.stream().filter(JsonNode::isObject).toList();
  }

  /** Whether it holds nothing but what can be replaced while the hub runs. */
  boolean isLive() {
    return StreamSupport.stream(content.spliterator(), false)
        .allMatch(entry -> entry.properties().stream().allMatch(e -> LIVE.contains(e.getKey())));
  }

  /** Whether a route or template of it is built with one of these configurations. */
  boolean uses(Set<String> configurations) {
    return entries(ROUTE).stream().anyMatch(route -> uses(route, configurations))
        || entries(TEMPLATE).stream()
            .anyMatch(template -> uses(template.path(ROUTE), configurations));
  }

  /** A route that names none gets those that have no id. */
  private static boolean uses(JsonNode route, Set<String> configurations) {
    String named = route.path("routeConfigurationId").asText();
    return configurations.stream()
        .anyMatch(
            id ->
                id.isEmpty()
                    || Stream.of(named.split("\\s*,\\s*"))
                        .anyMatch(name -> PatternHelper.matchPattern(id, name)));
  }
}
