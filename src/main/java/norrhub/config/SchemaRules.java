package norrhub.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import java.util.List;
import java.util.Map;

/** What the annotations of this package say, as schema keywords. */
final class SchemaRules {
  /** Editors show it, and so do our own sentences. */
  static final String WANTS = "patternErrorMessage";

  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaRules() {}

  static ObjectNode of(WrittenAs written) {
    try {
      ObjectNode schema = (ObjectNode) JSON.readTree(written.schema());
      return schema.put(WANTS, written.wants());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a schema: " + written.schema(), e);
    }
  }

  static void ofType(ObjectNode node, Class<?> type) {
    if (type.isRecord()) {
      node.put("additionalProperties", false);
    }
    OneOf oneOf = type.getAnnotation(OneOf.class);
    if (oneOf != null) {
      ArrayNode branches = node.putArray("oneOf"); // replaced: the outermost type comes here twice
      for (String key : oneOf.value()) {
        branches.addObject().putArray("required").add(key);
      }
    }
    AllOrNone together = type.getAnnotation(AllOrNone.class);
    if (together != null) {
      for (String key : together.value()) {
        ArrayNode others = node.withObjectProperty("dependentRequired").putArray(key);
        List.of(together.value()).stream().filter(k -> !k.equals(key)).forEach(others::add);
      }
    }
  }

  static void ofField(ObjectNode node, FieldScope field) {
    Matches matches = field.getAnnotation(Matches.class);
    Class<?> type = field.getType().getErasedType();
    boolean text = type.equals(String.class) || TextType.of(type).isPresent();
    if (matches != null && text) {
      node.put("pattern", "^(?:" + matches.value() + ")$").put(WANTS, matches.wants());
      if (!matches.example().isEmpty()) {
        node.putArray("examples").add(matches.example());
      }
    }
    if (field.isFakeContainerItemScope()) {
      return;
    }
    setDefault(node, field, type);
  }

  private static void setDefault(ObjectNode node, FieldScope field, Class<?> type) {
    Default given = field.getAnnotation(Default.class);
    if (given != null) {
      node.set("default", value(given.value(), type));
    } else if (field.getRawMember().getType().equals(List.class)
        && node.path("minItems").asInt() == 0) {
      node.putArray("default");
    } else if (field.getRawMember().getType().equals(Map.class)) {
      node.putObject("default");
    }
  }

  /** Numbers, lists and blocks are written as in JSON, texts without quotes. */
  private static JsonNode value(String written, Class<?> type) {
    boolean text = type.equals(String.class) || type.isEnum() || TextType.of(type).isPresent();
    try {
      return text ? JsonNodeFactory.instance.textNode(written) : JSON.readTree(written);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a default of " + type + ": " + written, e);
    }
  }
}
