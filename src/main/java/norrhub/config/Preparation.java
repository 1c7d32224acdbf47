package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Walks a file's tree along its schema before validation: looks names up, turns texts into the
 * numbers and truth values the schema wants, fills in defaults.
 */
final class Preparation {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final PlaceholderResolver names;
  private final Map<JsonPointer, String> faults = new LinkedHashMap<>();

  private final Map<JsonPointer, String> referenced = new HashMap<>();
  private int unset;

  Preparation(PlaceholderResolver names) {
    this.names = names;
  }

  /** What went wrong on the way, by place; validation has nothing to add there. */
  Map<JsonPointer, String> faults() {
    return faults;
  }

  /** The names of the values that came from outside the file, by place. */
  Map<JsonPointer, String> referenced() {
    return referenced;
  }

  /** How many of the faults are names that are not set on this machine. */
  int unset() {
    return unset;
  }

  JsonNode prepare(JsonNode value, JsonNode schema, JsonPointer at) {
    if (value instanceof ObjectNode map && !schema.isEmpty()) {
      return map(map, schema, at);
    }
    if (value.isArray() && schema.has("items")) {
      ArrayNode list = JSON.arrayNode();
      for (JsonNode item : value) {
        list.add(prepare(item, schema.get("items"), at.appendIndex(list.size())));
      }
      return list;
    }
    if (value.isNull() && !schema.isEmpty()) {
      faults.put(
          at, ValidationMessages.named(at) + " has no value: give it one, or take the line out");
    }
    return value.isTextual() && !schema.isEmpty() ? scalar(value, schema, at) : value;
  }

  private ObjectNode map(ObjectNode map, JsonNode schema, JsonPointer at) {
    ObjectNode prepared = JSON.objectNode();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      JsonNode own = schema.path("properties").path(entry.getKey());
      JsonNode rule = own.isMissingNode() ? schema.path("additionalProperties") : own;
      prepared.set(
          entry.getKey(), prepare(entry.getValue(), rule, at.appendProperty(entry.getKey())));
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode fallback = property.getValue().path("default");
      if (!prepared.has(property.getKey()) && !fallback.isMissingNode()) {
        JsonPointer place = at.appendProperty(property.getKey());
        prepared.set(property.getKey(), prepare(fallback, property.getValue(), place));
      }
    }
    return prepared;
  }

  private JsonNode scalar(JsonNode written, JsonNode schema, JsonPointer at) {
    boolean secret = schema.path("format").asText().equals(Reference.SECRET_FORMAT);
    Optional<String> name = Reference.name(written.asText());
    if (name.isEmpty()) {
      if (secret) {
        faults.put(at, ValidationMessages.literalSecret(at));
      } else if (Reference.misplaced(written.asText())) {
        faults.put(at, ValidationMessages.named(at) + " is " + written + ": " + Reference.WANTS);
      }
      return typed(written, schema, at);
    }
    referenced.put(at, name.get());
    Optional<String> value = names.value(name.get()).filter(found -> !found.isBlank());
    if (value.isEmpty()) {
      faults.put(at, ValidationMessages.notSet(name.get(), at));
      unset++;
    }
    return secret
        ? written
        : typed(JSON.textNode(value.orElseGet(() -> LikelyValue.of(schema))), schema, at);
  }

  private JsonNode typed(JsonNode written, JsonNode schema, JsonPointer at) {
    String text = written.asText();
    TextType.ofFormat(schema.path("format").asText())
        .filter(type -> !type.takes(text))
        .ifPresent(
            type ->
                faults.putIfAbsent(at, ValidationMessages.isNot(at, it(text, at), type.wants())));
    return switch (schema.path("type").asText()) {
      case "integer" -> text.matches("-?\\d{1,18}") ? JSON.numberNode(Long.valueOf(text)) : written;
      case "number" ->
          text.matches("-?\\d{1,30}(\\.\\d{1,30})?")
              ? JSON.numberNode(new BigDecimal(text))
              : written;
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? JSON.booleanNode(Boolean.parseBoolean(text))
              : written;
      default -> written;
    };
  }

  private String it(String text, JsonPointer at) {
    return ValidationMessages.it(text, Optional.ofNullable(referenced.get(at)));
  }
}
