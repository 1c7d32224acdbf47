package norrhub.fetch.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.IdentityHashMap;

/** Reads a page to its end, so that a truncated one fails, and keeps its outline. */
final class PageSkeletonReader extends JsonDeserializer<PageSkeleton> {
  private static final int ENTRIES = 5;

  @Override
  public PageSkeleton deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    IdentityHashMap<JsonNode, Integer> sizes = new IdentityHashMap<>();
    return new PageSkeleton(value(json, context, sizes), sizes);
  }

  private static JsonNode value(
      JsonParser json, DeserializationContext context, IdentityHashMap<JsonNode, Integer> sizes)
      throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json, context, sizes);
      case START_ARRAY -> array(json, context, sizes);
      default -> context.readTree(json);
    };
  }

  private static JsonNode object(
      JsonParser json, DeserializationContext context, IdentityHashMap<JsonNode, Integer> sizes)
      throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      object.set(name, value(json, context, sizes));
    }
    return object;
  }

  private static JsonNode array(
      JsonParser json, DeserializationContext context, IdentityHashMap<JsonNode, Integer> sizes)
      throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int size = 0;
    for (; json.nextToken() != JsonToken.END_ARRAY; size++) {
      if (size < ENTRIES) {
        array.add(value(json, context, sizes));
      } else {
        json.skipChildren();
      }
    }
    sizes.put(array, size);
    return array;
  }
}
