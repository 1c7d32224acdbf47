package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file as it was read: its value, or all that is wrong with it. */
public final class LoadResult<T> {
  private final YamlSource source;
  private final Optional<T> value;
  private final List<Fault> faults;

  LoadResult(YamlSource source, Optional<T> value, List<Fault> faults) {
    this.source = source;
    this.value = value;
    this.faults = List.copyOf(faults);
  }

  /** Present when there are no faults. */
  public Optional<T> value() {
    return value;
  }

  /** In the order of their lines. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * A fault that only the caller can find.
   *
   * @param pointer JSON pointer of the value it concerns, such as {@code /feeds/0/format}
   */
  public Fault fault(String pointer, String text) {
    return source.lines().fault(JsonPointer.compile(pointer), text);
  }

  /** Whether the file has something at the pointer, of a file with faults too. */
  public boolean has(String pointer) {
    return !source.root().at(pointer).isMissingNode();
  }

  /**
   * The texts under a key, as the file writes them, by pointer. They are there in a file with
   * faults too, so that a look across files misses none.
   *
   * @param path pointer with {@code *} for every entry of a list or block: {@code /feeds/*}{@code
   *     /id}
   */
  public Map<String, String> texts(String path) {
    Map<String, String> found = new LinkedHashMap<>();
    collect(source.root(), "", List.of(path.substring(1).split("/")), found);
    return found;
  }

  /**
   * The names under a key, by pointer: of a list its texts, of a block its keys. Like {@link
   * #texts}, of a file with faults too.
   */
  public Map<String, String> names(String pointer) {
    JsonNode node = source.root().at(pointer);
    Map<String, String> names = texts(pointer + "/*");
    if (node.isObject()) {
      names.clear();
      node.fieldNames()
          .forEachRemaining(
              name ->
                  names.put(JsonPointer.compile(pointer).appendProperty(name).toString(), name));
    }
    return names;
  }

  private static void collect(
      JsonNode node, String at, List<String> steps, Map<String, String> found) {
    if (steps.isEmpty()) {
      if (node.isTextual()) {
        found.put(at, node.asText());
      }
      return;
    }
    List<String> rest = steps.subList(1, steps.size());
    if (steps.get(0).equals("*")) {
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        collect(node.get(i), at + "/" + i, rest, found);
      }
      if (node.isObject()) {
        node.properties().forEach(e -> collect(e.getValue(), at + "/" + e.getKey(), rest, found));
      }
    } else {
      collect(node.path(steps.get(0)), at + "/" + steps.get(0), rest, found);
    }
  }
}
