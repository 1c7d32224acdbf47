package norrhub.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Widens a schema of values to one of files: where a number, a word of a list or a text of some
 * form is wanted, <code>${NAME}</code> may stand too.
 */
public final class EditorSchema {
  /** These say what a key means; all else says what its value must be. */
  private static final List<String> MEANING = List.of("description", "default");

  private EditorSchema() {}

  /** What a file may hold that is bound to the type. */
  public static ObjectNode of(Class<?> type) {
    return of(SchemaOf.type(type));
  }

  /** Changes the schema it is given. */
  private static ObjectNode of(ObjectNode schema) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      property.setValue(widened((ObjectNode) property.getValue()));
    }
    for (String inner : List.of("items", "additionalProperties")) {
      if (schema.get(inner) instanceof ObjectNode rule) {
        schema.set(inner, widened(rule));
      }
    }
    return schema;
  }

  private static ObjectNode widened(ObjectNode rule) {
    of(rule);
    TextType.explain(rule);
    if (!single(rule) || rule.path("format").asText().equals(Reference.SECRET_FORMAT)) {
      return rule;
    }
    ObjectNode widened = rule.objectNode();
    for (String key : MEANING) {
      if (rule.has(key)) {
        widened.set(key, rule.remove(key));
      }
    }
    ArrayNode either = widened.putArray("anyOf").add(rule);
    either.addObject().put("type", "string").put("pattern", Reference.PATTERN);
    return widened;
  }

  /** A plain text takes a reference as it is; of several types the first one says. */
  private static boolean single(ObjectNode rule) {
    JsonNode type = rule.path("type");
    return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
      case "integer", "number", "boolean" -> true;
      case "string" -> rule.has("pattern") || rule.has("enum");
      default -> false;
    };
  }
}
