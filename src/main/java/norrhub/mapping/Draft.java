package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A record under canonical field names, values still as the source wrote them.
 *
 * <p>Values are texts, numbers, booleans, or lists and objects of them; {@link DraftFields} names
 * what a draft may hold.
 */
public record Draft(JsonNode fields) {

  /** Whether the source offers it to everybody, as far as the mapping says. */
  boolean isOffered() {
    return text("notPublic").isEmpty() && !fields.path("removed").asBoolean();
  }

  /** The value of a field without surrounding white space; empty where absent, null or blank. */
  public Optional<String> text(String field) {
    return text(fields.path(field));
  }

  /** The values of a field that may be given once or as a list. */
  public List<JsonNode> list(String field) {
    JsonNode node = fields.path(field);
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false).toList();
    }
    return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
  }

  /**
   * A node's text without surrounding white space; empty where absent, null, blank or not a value.
   */
  public static Optional<String> text(JsonNode node) {
    return node.isValueNode() && !node.isNull()
        ? Optional.of(node.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
