package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds a prepared tree against its schema and says in words what does not fit. */
final class Validation {
  private final JsonNode root;
  private final FileSchema schema;
  private final JsonPointer base;
  private final Map<JsonPointer, String> names;

  /**
   * @param base where the root stands in the file
   * @param names of the values that came from outside the file, by place in the file
   */
  Validation(JsonNode root, FileSchema schema, JsonPointer base, Map<JsonPointer, String> names) {
    this.root = root;
    this.schema = schema;
    this.base = base;
    this.names = names;
  }

  /** By place in the file; one place may have several. */
  Map<JsonPointer, Set<String>> faults() {
    Set<ValidationMessage> messages = schema.rules().validate(root);
    Map<JsonPointer, Set<String>> faults = new LinkedHashMap<>();
    for (ValidationMessage message : messages) {
      if (!partOfChoice(message) && !explainedByTypo(message) && !explainedByType(message)) {
        faults
            .computeIfAbsent(base.append(place(message)), place -> new HashSet<>())
            .add(sentence(message));
      }
    }
    return faults;
  }

  /** Why the branches of a oneOf failed says less than that it failed. */
  private static boolean partOfChoice(ValidationMessage message) {
    return message.getEvaluationPath().toString().contains("/oneOf/");
  }

  /** A key that is missing because it is misspelt is reported once. */
  private boolean explainedByTypo(ValidationMessage message) {
    List<String> missing =
        switch (message.getType()) {
          case "required" -> List.of(message.getProperty());
          case "oneOf" -> ValidationMessages.choices(schemaAt(message));
          default -> List.of();
        };
    JsonNode block = root.at(at(message));
    JsonNode properties = schemaAt(message).path("properties");
    return block.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !properties.has(key))
        .anyMatch(key -> ClosestMatch.of(key, missing).isPresent());
  }

  /** A block or list is no word of a list, but that it is a block says it all. */
  private boolean explainedByType(ValidationMessage message) {
    return message.getType().equals("enum") && root.at(at(message)).isContainerNode();
  }

  private String sentence(ValidationMessage message) {
    JsonPointer at = at(message);
    JsonNode value = root.at(at);
    JsonNode rule = schemaAt(message);
    String it =
        ValidationMessages.it(value.asText(), Optional.ofNullable(names.get(base.append(at))));
    return switch (message.getType()) {
      case "additionalProperties" -> ValidationMessages.unknown(message.getProperty(), rule);
      case "required" -> ValidationMessages.missing(message.getProperty(), rule);
      case "dependentRequired" -> ValidationMessages.alone(message.getProperty(), rule);
      case "oneOf" -> ValidationMessages.notOneOf(rule, value);
      case "type" -> ValidationMessages.wrongType(at, value, it, rule);
      case "enum" -> ValidationMessages.notListed(at, value.asText(), it, rule);
      case "pattern" -> ValidationMessages.isNot(at, it, rule.path(SchemaRules.WANTS).asText());
      case "minimum", "maximum" -> ValidationMessages.outOfRange(at, it, rule);
      case "minItems", "maxItems" -> ValidationMessages.wrongLength(at, value, rule);
      default -> message.getMessage();
    };
  }

  /** An unknown key is reported on its own line, all else on the line of what does not fit. */
  private static JsonPointer place(ValidationMessage message) {
    return message.getType().equals("additionalProperties")
        ? at(message).appendProperty(message.getProperty())
        : at(message);
  }

  private static JsonPointer at(ValidationMessage message) {
    return JsonPointer.compile(message.getInstanceLocation().toString());
  }

  /** The schema of the value that a message is about: what holds the keyword that failed. */
  private JsonNode schemaAt(ValidationMessage message) {
    return schema.content().at(JsonPointer.compile(message.getEvaluationPath().toString()).head());
  }
}
