package norrhub.route.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.LoadResult;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** One file of routes, looked at without starting Camel. */
final class RouteFile {
  /** A parameter of the template, which may be missing where its name has a question mark. */
  static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z0-9]+)}}");

  /** Steps whose address is fixed; that of a {@code toD} is made while the route runs. */
  private static final Set<String> ENDPOINTS = Set.of("from", "poll", "to", "wireTap");

  private static final List<String> KINDS = List.of("route", "routeTemplate", "routeConfiguration");

  private final LoadResult<JsonNode> loaded;
  private final JsonNode content;
  private final List<Fault> faults = new ArrayList<>();

  RouteFile(Path path, ConfigFiles files, ObjectMapper json) {
    this.loaded = files.tree(path);
    this.faults.addAll(loaded.faults());
    this.content = loaded.value().isPresent() ? typed(path, json) : NullNode.getInstance();
  }

  /** With the types that YAML gives to plain words, as Camel reads them. */
  private JsonNode typed(Path path, ObjectMapper json) {
    try {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      return json.valueToTree(yaml.load(Files.readString(path)));
    } catch (IOException | YAMLException e) {
      fault("", "cannot be read: " + e.getMessage());
      return NullNode.getInstance();
    }
  }

  JsonNode content() {
    return content;
  }

  List<Fault> faults() {
    return faults;
  }

  void fault(String pointer, String text) {
    faults.add(loaded.fault(pointer, text));
  }

  /** Ids of routes, templates and configurations by their place; one without has none. */
  Map<String, Optional<String>> ids() {
    Map<String, Optional<String>> ids = new LinkedHashMap<>();
    for (int i = 0; i < content.size(); i++) {
      for (String kind : KINDS) {
        JsonNode thing = content.path(i).path(kind);
        if (thing.isObject()) {
          String at = "/" + i + "/" + kind;
          Optional<String> id = Optional.ofNullable(thing.path("id").textValue());
          ids.put(id.isPresent() ? at + "/id" : at, id);
        }
      }
    }
    return ids;
  }

  /** A template uses the parameters it declares, and declares those it uses. */
  void checkParameters() {
    for (int i = 0; i < content.size(); i++) {
      JsonNode template = content.path(i).path("routeTemplate");
      Set<String> used = new LinkedHashSet<>();
      Matcher placeholder = PLACEHOLDER.matcher(template.path("route").toString());
      while (placeholder.find()) {
        used.add(placeholder.group(1));
      }
      String at = "/" + i + "/routeTemplate/parameters";
      Set<String> declared = new LinkedHashSet<>();
      for (int p = 0; p < template.path("parameters").size(); p++) {
        String name = template.path("parameters").path(p).path("name").asText();
        declared.add(name);
        if (!used.contains(name)) {
          fault(at + "/" + p, "the template never uses its parameter `" + name + "`");
        }
      }
      used.removeAll(declared);
      used.forEach(name -> fault(at, "the template uses {{" + name + "}} and does not declare it"));
    }
  }

  /** Calls {@code look} for every endpoint of a route, with the defaults of its template. */
  void eachEndpoint(Consumer<Endpoint> look) {
    for (int i = 0; i < content.size(); i++) {
      Map<String, String> defaults = new HashMap<>();
      for (JsonNode parameter : content.path(i).path("routeTemplate").path("parameters")) {
        if (parameter.has("defaultValue")) {
          defaults.put(parameter.path("name").asText(), parameter.path("defaultValue").asText());
        }
      }
      eachEndpoint(content.path(i), "/" + i, defaults, look);
    }
  }

  private static void eachEndpoint(
      JsonNode node, String at, Map<String, String> defaults, Consumer<Endpoint> look) {
    node.properties()
        .forEach(
            child -> {
              String below = at + "/" + child.getKey();
              if (ENDPOINTS.contains(child.getKey()) && child.getValue().path("uri").isTextual()) {
                look.accept(Endpoint.of(below, child.getValue(), defaults));
              }
              eachEndpoint(child.getValue(), below, defaults, look);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      eachEndpoint(node.get(i), at + "/" + i, defaults, look);
    }
  }

  /** Calls {@code look} for every bean that a step or an expression names. */
  void eachBean(BeanLook look) {
    eachBean(content, "", look);
  }

  private static void eachBean(JsonNode node, String at, BeanLook look) {
    for (String kind : List.of("bean", "method")) {
      JsonNode call = node.path(kind);
      if (call.path("ref").isTextual()) {
        look.at(at + "/" + kind, call.path("ref").asText(), call.path("method").asText());
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      eachBean(node.get(i), at + "/" + i, look);
    }
    node.properties().forEach(child -> eachBean(child.getValue(), at + "/" + child.getKey(), look));
  }

  /** What is to be done with a bean's name and the method that is called on it. */
  interface BeanLook {
    void at(String pointer, String bean, String method);
  }
}
