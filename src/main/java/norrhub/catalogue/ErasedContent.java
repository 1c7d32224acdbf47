package norrhub.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A stored vacancy without what people wrote in it. Codes and times stay, to show that there was a
 * vacancy; every other text goes, also one that a later version of the hub adds.
 */
final class ErasedContent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "[erased]";
  private static final String ADDRESS = "https://erased.invalid/";

  private static final Set<String> KEPT =
      Set.of(
          "id",
          "partner",
          "sourceKey",
          "datePosted",
          "publishFrom",
          "at",
          "language",
          "workplace",
          "contract",
          "hours",
          "scheme",
          "code",
          "municipalityCode",
          "regionCode",
          "country");

  private ErasedContent() {}

  static String of(String content) {
    try {
      JsonNode tree = JSON.readTree(content);
      erase(tree);
      return tree.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored vacancy cannot be read", e);
    }
  }

  private static void erase(JsonNode node) {
    if (node instanceof ArrayNode list) {
      list.removeIf(JsonNode::isTextual);
    }
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        String name = field.getKey();
        if (field.getValue().isTextual() && !KEPT.contains(name)) {
          object.put(name, name.toLowerCase(Locale.ROOT).endsWith("url") ? ADDRESS : TEXT);
        }
      }
    }
    node.forEach(ErasedContent::erase);
  }
}
