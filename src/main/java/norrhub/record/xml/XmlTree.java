package norrhub.record.xml;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import org.jspecify.annotations.Nullable;

/**
 * Builds JSON from the parser's events, without a document between them.
 *
 * <p>The shape is fixed: an element with nothing but text is a text, one with attributes or
 * children an object with {@code @attribute} and, where there is text, {@code #text}; an element
 * that occurs again, or that the format calls a list, is an array; an empty element is an empty
 * text, so that a flag such as {@code <FullTime/>} is seen.
 */
final class XmlTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final TextNode NO_TEXT = NODES.textNode("");
  private static final int REMEMBERED_NAMES = 1000;

  private final XMLStreamReader events;
  private final Limits limits;
  private final Map<String, String> attributeNames = new HashMap<>();
  private int nodes;

  XmlTree(XMLStreamReader events, Limits limits) {
    this.events = events;
    this.limits = limits;
  }

  /** The element that the parser has just entered; afterwards it has just left it. */
  JsonNode read(RepeatedElements lists, int depth) throws XMLStreamException, OverLimit {
    nodes = 0;
    return element(lists, depth);
  }

  private JsonNode element(RepeatedElements lists, int depth) throws XMLStreamException, OverLimit {
    if (depth > limits.depth()) {
      throw new OverLimit("depth > " + limits.depth());
    }
    count(1);
    ObjectNode object = attributes();
    XmlText text = new XmlText();
    for (int event = events.next(); event != END_ELEMENT; event = events.next()) {
      switch (event) {
        case START_ELEMENT -> {
          String name = events.getLocalName();
          RepeatedElements below = lists.child(name);
          object = object == null ? NODES.objectNode() : object;
          add(object, name, element(below, depth + 1), below.isList());
        }
        case CHARACTERS, CDATA, SPACE -> {
          // The white space between elements is most of the texts of an indented record.
          if (object == null || !text.isEmpty() || !events.isWhiteSpace()) {
            text.add(events.getText());
          }
        }
        default -> {
          // Comments and processing instructions say nothing about a vacancy.
        }
      }
    }
    if (object == null) {
      return text.isEmpty() ? NO_TEXT : NODES.textNode(text.toString());
    }
    if (!text.isBlank()) {
      object.put("#text", text.toString());
    }
    return object;
  }

  private @Nullable ObjectNode attributes() throws OverLimit {
    int count = events.getAttributeCount();
    if (count == 0) {
      return null;
    }
    if (count > limits.attributes()) {
      throw new OverLimit("attributes > " + limits.attributes());
    }
    count(count);
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < count; i++) {
      TextNode value = NODES.textNode(events.getAttributeValue(i));
      add(object, attributeName(events.getAttributeLocalName(i)), value, false);
    }
    return object;
  }

  private String attributeName(String name) {
    String known = attributeNames.get(name);
    if (known == null) {
      known = "@" + name;
      if (attributeNames.size() < REMEMBERED_NAMES) {
        attributeNames.put(name, known);
      }
    }
    return known;
  }

  private static void add(ObjectNode object, String name, JsonNode value, boolean list) {
    JsonNode before = object.get(name);
    if (before instanceof ArrayNode array) {
      array.add(value);
    } else if (before != null) {
      object.putArray(name).add(before).add(value);
    } else if (list) {
      object.putArray(name).add(value);
    } else {
      object.set(name, value);
    }
  }

  private void count(int more) throws OverLimit {
    nodes += more;
    if (nodes > limits.nodes()) {
      throw new OverLimit("record > " + limits.nodes() + " elements and attributes");
    }
  }
}
