package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Takes back what a source does to all of its texts, so that a mapping need not: words that mean
 * "nothing here" are absent, texts that were escaped too often are escaped as they should be. What
 * is not concerned is handed on as it is, the same node.
 */
final class SourceTexts {
  private static final String TEXT_OF_ELEMENT = "/#text";
  private static final int REMEMBERED_PATHS = 1_000;

  private final Pattern absent;
  private final Map<Pattern, Pattern> absentAt = new LinkedHashMap<>();
  private final Map<Pattern, Integer> escaped = new LinkedHashMap<>();
  private final Map<String, Field> fields = new ConcurrentHashMap<>();
  private final boolean idle;

  /**
   * @param absent texts that mean nothing, {@code *} in them for any text
   * @param absentAt the same by path, {@code *} for any text within a step
   * @param escaped how often the text of a path is escaped
   */
  SourceTexts(
      List<String> absent, Map<String, List<String>> absentAt, Map<String, Integer> escaped) {
    this.absent = Globs.texts(absent);
    absentAt.forEach((path, words) -> this.absentAt.put(path(path), Globs.texts(words)));
    escaped.forEach((path, times) -> this.escaped.put(path(path), times));
    this.idle = absent.isEmpty() && absentAt.isEmpty() && escaped.isEmpty();
  }

  JsonNode of(JsonNode record) {
    return idle ? record : node(record, "");
  }

  private JsonNode node(JsonNode node, String path) {
    if (node.isTextual()) {
      return text(node, path);
    }
    if (node.isArray()) {
      return list(node, path);
    }
    return node.isObject() ? object(node, path) : node;
  }

  @SuppressWarnings("ReferenceEquality") // what needs no change comes back itself
  private JsonNode object(JsonNode object, String path) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    boolean same = true;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String at = path.isEmpty() ? field.getKey() : path + "/" + field.getKey();
      JsonNode value = node(field.getValue(), at);
      same &= value == field.getValue();
      if (!value.isMissingNode()) {
        copy.set(field.getKey(), value);
      }
    }
    return same ? object : copy;
  }

  @SuppressWarnings("ReferenceEquality") // what needs no change comes back itself
  private JsonNode list(JsonNode list, String path) {
    List<JsonNode> values = new ArrayList<>();
    boolean same = true;
    for (JsonNode item : list) {
      JsonNode value = node(item, path);
      same &= value == item;
      if (!value.isMissingNode()) {
        values.add(value);
      }
    }
    if (same) {
      return list;
    }
    ArrayNode copy = JsonNodeFactory.instance.arrayNode(values.size());
    return copy.addAll(values);
  }

  private JsonNode text(JsonNode node, String path) {
    Field field = fields.get(path);
    if (field == null) {
      field = field(path);
      if (fields.size() < REMEMBERED_PATHS) {
        fields.put(path, field);
      }
    }
    String text = node.asText();
    for (int i = field.escaped(); i > 0; i--) {
      text = Escapes.undo(text);
    }
    String word = text.strip();
    if (absent.matcher(word).matches() || field.absent().matcher(word).matches()) {
      return MissingNode.getInstance();
    }
    return text.equals(node.asText()) ? node : TextNode.valueOf(text);
  }

  /** What holds for the text at a path; an element's text stands at the element's. */
  private Field field(String path) {
    String element =
        path.endsWith(TEXT_OF_ELEMENT)
            ? path.substring(0, path.length() - TEXT_OF_ELEMENT.length())
            : path;
    return new Field(
        first(absentAt, element).orElse(Globs.texts(List.of())), first(escaped, element).orElse(0));
  }

  private static <T> Optional<T> first(Map<Pattern, T> rules, String path) {
    return rules.entrySet().stream()
        .filter(rule -> rule.getKey().matcher(path).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Pattern path(String glob) {
    return Pattern.compile(Globs.anyOf(List.of(glob)));
  }

  private record Field(Pattern absent, int escaped) {}
}
