package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import norrhub.notice.Printable;

/** A hub's answer whose texts are one line each, for people to read. */
final class PrintableJson {
  private PrintableJson() {}

  /**
   * @param ofLines members whose texts the hub itself wrote in several lines
   */
  static JsonNode of(JsonNode answer, Set<String> ofLines) {
    if (answer.isTextual()) {
      return TextNode.valueOf(Printable.line(answer.asText()));
    }
    if (answer.isArray()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      answer.forEach(one -> all.add(of(one, ofLines)));
      return all;
    }
    if (answer.isObject()) {
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      answer
          .properties()
          .forEach(
              member ->
                  all.set(
                      Printable.line(member.getKey()),
                      ofLines.contains(member.getKey())
                          ? member.getValue()
                          : of(member.getValue(), ofLines)));
      return all;
    }
    return answer;
  }
}
