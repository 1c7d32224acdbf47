package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of a source that somebody has looked at: those of the golden samples, and those that
 * the format ignores by name. A list says nothing of its own: {@code Places/Place} is a field of
 * every place.
 */
final class KnownFields {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /** A record that is wholly unknown is reported by its first fields. */
  private static final int TOLD_OF_A_RECORD = 20;

  private final Map<String, KnownFields> fields = new HashMap<>();
  private final Pattern ignored;

  /**
   * @param ignore paths that need not be known, with all below them; {@code *} in a step stands for
   *     any text
   */
  KnownFields(List<String> ignore) {
    this.ignored = ignore.isEmpty() ? NOTHING : Pattern.compile(Globs.anyOf(ignore) + "(/.*)?");
  }

  private KnownFields() {
    this.ignored = NOTHING;
  }

  /** Takes up the fields of a record that the format was written for. */
  void learn(JsonNode record) {
    if (record.isArray()) {
      record.forEach(this::learn);
    }
    record
        .properties()
        .forEach(
            field ->
                fields
                    .computeIfAbsent(field.getKey(), none -> new KnownFields())
                    .learn(field.getValue()));
  }

  /** The paths of a record that are neither known nor ignored nor empty, the topmost only. */
  List<String> unknown(JsonNode record) {
    Set<String> found = new LinkedHashSet<>();
    collect(record, this, "", found);
    return List.copyOf(found);
  }

  private void collect(JsonNode node, KnownFields known, String path, Set<String> found) {
    if (node.isArray()) {
      node.forEach(item -> collect(item, known, path, found));
      return;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String at = path.isEmpty() ? field.getKey() : path + "/" + field.getKey();
      KnownFields own = known.fields.get(field.getKey());
      if (own != null) {
        collect(field.getValue(), own, at, found);
      } else if (found.size() < TOLD_OF_A_RECORD
          && !isEmpty(field.getValue())
          && !ignored.matcher(at).matches()) {
        found.add(at);
      }
    }
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || value.isContainerNode() && value.isEmpty()
        || value.isTextual() && value.asText().isBlank();
  }
}
