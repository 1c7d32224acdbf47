package norrhub.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The keys of a configuration file as a Markdown table, one for each block of keys. */
public final class KeyReference {
  private final StringBuilder page = new StringBuilder();

  private KeyReference() {}

  /**
   * @param title heads the table of the outermost keys
   */
  public static String of(Class<?> type, String title) {
    KeyReference reference = new KeyReference();
    reference.table(SchemaOf.type(type), title);
    return reference.page.toString();
  }

  private void table(JsonNode block, String title) {
    page.append("\n### ").append(title).append("\n\n");
    page.append("| key | value | if left out | meaning |\n|---|---|---|---|\n");
    List<Map.Entry<String, JsonNode>> inner = new ArrayList<>();
    for (Map.Entry<String, JsonNode> key : block.path("properties").properties()) {
      JsonNode rule = key.getValue();
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  key.getKey(),
                  escaped(value(rule, key.getKey())),
                  escaped(absent(block, key)),
                  escaped(rule.path("description").asText())));
      if (rule.has("properties") || rule.path("items").has("properties")) {
        inner.add(key);
      }
    }
    for (Map.Entry<String, JsonNode> key : inner) {
      JsonNode rule = key.getValue();
      table(rule.has("properties") ? rule : rule.get("items"), "Under `" + key.getKey() + "`");
    }
  }

  private static String value(JsonNode rule, String key) {
    if (rule.has("enum")) {
      return StreamSupport.stream(rule.get("enum").spliterator(), false)
          .map(word -> "`" + word.asText() + "`")
          .collect(Collectors.joining(", "));
    }
    if (rule.path("format").asText().equals(Reference.SECRET_FORMAT)) {
      return "`${NAME}` only: a secret";
    }
    return switch (rule.path("type").asText()) {
      case "array" ->
          rule.path("items").has("properties")
              ? "list, see below"
              : "list of: " + value(rule.path("items"), key);
      case "object" -> rule.has("properties") ? "block, see below" : "block";
      case "integer", "number" -> bounds(rule);
      case "boolean" -> "true or false";
      default -> text(rule);
    };
  }

  private static String text(JsonNode rule) {
    return rule.has(SchemaRules.WANTS)
        ? rule.get(SchemaRules.WANTS).asText()
        : TextType.ofFormat(rule.path("format").asText()).map(TextType::wants).orElse("text");
  }

  private static String bounds(JsonNode rule) {
    if (!rule.has("minimum")) {
      return "number";
    }
    return rule.path("maximum").asInt() == Integer.MAX_VALUE
        ? "number from " + rule.get("minimum")
        : "number from " + rule.get("minimum") + " to " + rule.get("maximum");
  }

  private static String absent(JsonNode block, Map.Entry<String, JsonNode> key) {
    for (JsonNode required : block.path("required")) {
      if (required.asText().equals(key.getKey())) {
        return "**must be there**";
      }
    }
    JsonNode fallback = key.getValue().path("default");
    return fallback.isMissingNode() || fallback.isEmpty() && fallback.isContainerNode()
        ? ""
        : "`" + fallback.asText() + "`";
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|");
  }
}
