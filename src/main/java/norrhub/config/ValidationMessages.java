package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a fault says: which key, what is wrong, what to write instead. */
final class ValidationMessages {
  private static final int LONGEST_VALUE = 80;

  private ValidationMessages() {}

  static String named(JsonPointer at) {
    if (at.matches()) {
      return "the file";
    }
    String last = at.last().getMatchingProperty();
    boolean item = at.last().getMatchingIndex() >= 0;
    return item
        ? "entry " + (at.last().getMatchingIndex() + 1) + " of " + named(at.head())
        : "`" + last + "`";
  }

  /**
   * @param it from {@link #it}
   */
  static String isNot(JsonPointer at, String it, String wants) {
    return named(at) + " is not " + wants + " (it is " + it + ")";
  }

  /** A value from outside the file is not repeated: an address may hold a password. */
  static String it(String value, Optional<String> name) {
    return name.map(n -> "what ${" + n + "} is").orElse("`" + cut(value) + "`");
  }

  static String notSet(String name, JsonPointer at) {
    return "${%s}, wanted for %s, is not set: set the environment variable %s, or write the value into config/secrets/%s"
        .formatted(name, named(at), name, name);
  }

  /** Does not repeat the value: faults go to logs. */
  static String literalSecret(JsonPointer at) {
    return named(at)
        + " holds a secret itself: write ${NAME} here, and the secret into the environment"
        + " variable NAME or the file config/secrets/NAME. Change the secret, it may be known now";
  }

  static String unknown(String key, JsonNode schema) {
    List<String> known = keys(schema);
    Optional<String> meant = ClosestMatch.of(key, known);
    if (meant.isPresent()) {
      return "unknown key `" + key + "`, did you mean `" + meant.get() + "`?";
    }
    return known.stream()
        .filter(block -> keys(schema.at("/properties/" + block)).contains(key))
        .findFirst()
        .map(block -> "`" + key + "` belongs under `" + block + "`: move or indent it")
        .orElse("unknown key `" + key + "`; known here: " + String.join(", ", known));
  }

  static String missing(String key, JsonNode schema) {
    JsonNode description = schema.path("properties").path(key).path("description");
    return "the key `"
        + key
        + "` is missing"
        + (description.isTextual() ? " (" + description.asText() + ")" : "");
  }

  static String alone(String key, JsonNode schema) {
    List<String> others = new ArrayList<>();
    schema.path("dependentRequired").path(key).forEach(other -> others.add(other.asText()));
    return "`" + key + "` goes with `" + String.join("`, `", others) + "`: write both or neither";
  }

  /** The keys of which one must be there. */
  static List<String> choices(JsonNode schema) {
    List<String> keys = new ArrayList<>();
    schema.path("oneOf").forEach(branch -> keys.add(branch.at("/required/0").asText()));
    return keys;
  }

  static String notOneOf(JsonNode schema, JsonNode value) {
    List<String> keys = choices(schema);
    List<String> given = keys.stream().filter(value::has).toList();
    String all = String.join(", ", keys);
    return given.isEmpty()
        ? "one of these keys is missing: " + all
        : "only one of " + all + " may stand here, not both " + String.join(" and ", given);
  }

  static String wrongType(JsonPointer at, JsonNode value, String it, JsonNode schema) {
    String wanted = schema.path("type").asText();
    if (value.isObject() || value.isArray() || wanted.equals("array") || wanted.equals("object")) {
      return named(at) + " must be " + shape(wanted) + ", but it is " + shape(value);
    }
    return isNot(at, it, shape(wanted));
  }

  static String notListed(JsonPointer at, String value, String it, JsonNode schema) {
    List<String> words = new ArrayList<>();
    schema.path("enum").forEach(word -> words.add(word.asText()));
    String meant = ClosestMatch.of(value, words).map(w -> "; did you mean `" + w + "`?").orElse("");
    return isNot(at, it, "one of " + String.join(", ", words)) + meant;
  }

  static String outOfRange(JsonPointer at, String it, JsonNode schema) {
    String bounds = bounds(schema, "minimum", "maximum");
    return isNot(at, it, "a number " + bounds);
  }

  static String wrongLength(JsonPointer at, JsonNode value, JsonNode schema) {
    String bounds = bounds(schema, "minItems", "maxItems");
    return named(at) + " has " + value.size() + " entries; it wants " + bounds;
  }

  private static String bounds(JsonNode schema, String least, String most) {
    return schema.path(most).asInt() == Integer.MAX_VALUE
        ? "of at least " + schema.path(least)
        : "from " + schema.path(least) + " to " + schema.path(most);
  }

  private static String shape(JsonNode value) {
    return value.isObject()
        ? shape("object")
        : value.isArray() ? shape("array") : "the single value `" + cut(value.asText()) + "`";
  }

  private static String shape(String type) {
    return switch (type) {
      case "object" -> "a block of keys";
      case "array" -> "a list (lines that begin with `- `)";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "number" -> "a number";
      default -> "a text";
    };
  }

  private static List<String> keys(JsonNode schema) {
    return schema.path("properties").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  private static String cut(String value) {
    return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE - 1) + "…" : value;
  }
}
