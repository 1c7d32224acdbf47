package norrhub.route;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * What is around the vacancies of a page: enough to find the link to the next one. Arrays are cut
 * after their first entries, so that a page of any size takes little memory. The page is read to
 * its end all the same: a truncated one fails.
 */
@JsonDeserialize(using = PageOutline.Reader.class)
public record PageOutline(JsonNode root) {
  private static final int ENTRIES = 5;

  /** The link at this place; empty where the page is the last one. */
  Optional<String> link(JsonPointer place) throws IOException {
    JsonNode link = root.at(place);
    if (link.isMissingNode()
        || link.isNull()
        || link.equals(JsonNodeFactory.instance.booleanNode(false))) {
      return Optional.empty();
    }
    if (!link.isTextual()) {
      throw new IOException(
          "the link to the next page at %s is no text but %s".formatted(place, link.getNodeType()));
    }
    return Optional.of(link.textValue()).filter(text -> !text.isBlank());
  }

  static final class Reader extends JsonDeserializer<PageOutline> {
    @Override
    public PageOutline deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return new PageOutline(value(json, context));
    }

    private static JsonNode value(JsonParser json, DeserializationContext context)
        throws IOException {
      return switch (json.currentToken()) {
        case START_OBJECT -> object(json, context);
        case START_ARRAY -> array(json, context);
        default -> context.readTree(json);
      };
    }

    private static JsonNode object(JsonParser json, DeserializationContext context)
        throws IOException {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        object.set(name, value(json, context));
      }
      return object;
    }

    private static JsonNode array(JsonParser json, DeserializationContext context)
        throws IOException {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (array.size() < ENTRIES) {
          array.add(value(json, context));
        } else {
          json.skipChildren();
        }
      }
      return array;
    }
  }
}
