package norrhub.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a schema broke of an earlier release of it. Within a version may be added: an optional
 * field, a word of an open list, a text for people. Whatever else differs is a break, in either
 * direction: who wrote a consumer against the release counts on all of it.
 */
final class SchemaGrowth {
  private static final Set<String> FOR_PEOPLE =
      Set.of("$schema", "$id", "$comment", "title", "description", "examples", "deprecated");

  private final List<String> breaks = new ArrayList<>();

  private SchemaGrowth() {}

  static List<String> breaks(JsonNode released, JsonNode current) {
    SchemaGrowth growth = new SchemaGrowth();
    growth.compare("", released, current);
    return growth.breaks;
  }

  private void compare(String at, JsonNode released, JsonNode current) {
    if (isOpenList(released) && isOpenList(current)) {
      words(at, released.at("/anyOf/0/enum"), current.at("/anyOf/0/enum"));
      compareRest(at, released, current, Set.of("anyOf"));
    } else {
      compareRest(at, released, current, Set.of());
    }
  }

  private void compareRest(String at, JsonNode released, JsonNode current, Set<String> done) {
    Set<String> keywords = new HashSet<>();
    released.fieldNames().forEachRemaining(keywords::add);
    current.fieldNames().forEachRemaining(keywords::add);
    keywords.removeAll(FOR_PEOPLE);
    keywords.removeAll(done);
    for (String keyword : keywords) {
      keyword(at + "/" + keyword, keyword, released.path(keyword), current.path(keyword));
    }
  }

  private void keyword(String at, String keyword, JsonNode released, JsonNode current) {
    switch (keyword) {
      case "properties", "$defs" -> fields(at, released, current);
      case "items" -> compare(at, released, current);
      case "required" -> {
        if (!texts(released).equals(texts(current))) {
          breaks.add(at + ": required were " + released + ", are " + current);
        }
      }
      case "anyOf", "oneOf", "allOf" -> branches(at, released, current);
      case "$ref" -> same(at, minor(released), minor(current));
      default -> same(at, released.toString(), current.toString());
    }
  }

  private void fields(String at, JsonNode released, JsonNode current) {
    released
        .properties()
        .forEach(
            field -> {
              JsonNode now = current.path(field.getKey());
              String place = at + "/" + field.getKey();
              if (now.isMissingNode()) {
                breaks.add(place + ": is gone");
              } else {
                compare(place, field.getValue(), now);
              }
            });
  }

  private void branches(String at, JsonNode released, JsonNode current) {
    if (released.size() != current.size()) {
      breaks.add(at + ": " + released.size() + " branches became " + current.size());
      return;
    }
    for (int i = 0; i < released.size(); i++) {
      compare(at + "/" + i, released.get(i), current.get(i));
    }
  }

  private void words(String at, JsonNode released, JsonNode current) {
    Set<String> gone = texts(released);
    gone.removeAll(texts(current));
    if (!gone.isEmpty()) {
      breaks.add(at + ": words are gone: " + gone);
    }
  }

  private void same(String at, String released, String current) {
    if (!released.equals(current)) {
      breaks.add(at + ": was " + released + ", is " + current);
    }
  }

  /** A list of words beside which any other text is valid. */
  private static boolean isOpenList(JsonNode schema) {
    JsonNode branches = schema.path("anyOf");
    return branches.size() == 2
        && branches.get(0).size() == 1
        && branches.get(0).has("enum")
        && branches.get(1).size() == 1
        && branches.get(1).path("type").asText().equals("string");
  }

  /**
   * A release refers to the schemas of its own time: vacancy-v1.0.json there, vacancy-v1.json now.
   */
  private static String minor(JsonNode reference) {
    return reference.asText().replaceFirst("(-v\\d+)\\.\\d+\\.json", "$1.json");
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
