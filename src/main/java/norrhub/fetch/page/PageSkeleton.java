package norrhub.fetch.page;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * What is around the vacancies of a page: enough to find the next one and to count. Arrays are cut
 * after their first entries, so that a page of any size takes little memory.
 *
 * @param sizes of the arrays as they came, by identity
 */
@JsonDeserialize(using = PageSkeletonReader.class)
public record PageSkeleton(JsonNode root, IdentityHashMap<JsonNode, Integer> sizes) {

  /** The link at this place; empty where the page is the last one. */
  Optional<String> link(JsonPointer place) throws IOException {
    JsonNode link = root.at(place);
    if (isNothing(link)) {
      return Optional.empty();
    }
    if (!link.isTextual()) {
      throw new IOException(
          "the link to the next page at %s is no text but %s".formatted(place, link.getNodeType()));
    }
    return Optional.of(link.textValue()).filter(text -> !text.isBlank());
  }

  /** The token at this place, a text or a number; empty where the page is the last one. */
  Optional<String> token(JsonPointer place) throws IOException {
    JsonNode token = root.at(place);
    return token.isIntegralNumber() ? Optional.of(token.asText()) : link(place);
  }

  /** How many entries the list at this place has. */
  int records(JsonPointer place) throws IOException {
    Integer size = sizes.get(root.at(place));
    if (size == null) {
      throw new IOException("it has no list at %s".formatted(place.matches() ? "its root" : place));
    }
    return size;
  }

  /** The number at this place, written as one or as a text; empty where there is none. */
  Optional<Long> number(JsonPointer place) {
    JsonNode number = root.at(place);
    return number.isIntegralNumber() || number.asText().matches("\\d{1,15}")
        ? Optional.of(number.asLong())
        : Optional.empty();
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || node.equals(JsonNodeFactory.instance.booleanNode(false));
  }
}
