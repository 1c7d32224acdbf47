package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Turns YAML text into a tree with lines.
 *
 * <p>It takes the plain part of YAML only: one document, keys that are texts and stand once, no
 * anchors and aliases (nothing can blow up), no tags. {@code no}, {@code on} and {@code 22:30} stay
 * the texts they are.
 */
final class YamlReader {
  private static final int DEEPEST = 20;
  private static final Set<String> NULLS = Set.of("", "~", "null");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Path file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Iterator<Event> events;

  private YamlReader(Path file, String text) {
    this.file = file;
    this.events = new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator();
  }

  static YamlSource read(Path file, String text) {
    YamlReader reader = new YamlReader(file, text);
    JsonNode root = MissingNode.getInstance();
    try {
      root = reader.document();
    } catch (TooDeep e) {
      // told where it was met; whatever follows is not worth the parser's time
    } catch (YAMLException e) {
      reader.faults.add(YamlMessages.fault(file, text, e));
    }
    Lines lines = new Lines(file, Map.copyOf(reader.lines));
    return reader.faults.isEmpty()
        ? new YamlSource(lines, root, List.of())
        : new YamlSource(lines, MissingNode.getInstance(), List.copyOf(reader.faults));
  }

  private JsonNode document() {
    next(); // stream start
    if (next().is(ID.StreamEnd)) {
      faults.add(new Fault(file, 1, "the file is empty"));
      return MissingNode.getInstance();
    }
    JsonNode root = value(next(), JsonPointer.empty(), 0);
    next(); // document end
    Event more = next();
    if (!more.is(ID.StreamEnd)) {
      fault(more, "a second document begins here: write one document a file, take out `---`");
    }
    return root;
  }

  private JsonNode value(Event event, JsonPointer at, int depth) {
    lines.putIfAbsent(at.toString(), line(event));
    refuseTricks(event);
    if (depth > DEEPEST) {
      fault(event, "nested deeper than " + DEEPEST + " levels");
      throw new TooDeep();
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar.isPlain() && NULLS.contains(scalar.getValue())
          ? JSON.nullNode()
          : JSON.textNode(scalar.getValue());
    }
    if (event instanceof SequenceStartEvent) {
      return list(at, depth);
    }
    return event instanceof MappingStartEvent ? map(at, depth) : JSON.nullNode();
  }

  private ArrayNode list(JsonPointer at, int depth) {
    ArrayNode list = JSON.arrayNode();
    for (Event item = next(); !item.is(ID.SequenceEnd); item = next()) {
      list.add(value(item, at.appendIndex(list.size()), depth + 1));
    }
    return list;
  }

  private ObjectNode map(JsonPointer at, int depth) {
    ObjectNode map = JSON.objectNode();
    for (Event key = next(); !key.is(ID.MappingEnd); key = next()) {
      refuseTricks(key);
      if (key instanceof ScalarEvent scalar) {
        entry(map, scalar, at.appendProperty(scalar.getValue()), depth);
      } else {
        fault(key, "a key must be a plain word");
        skip(key);
        skip(next());
      }
    }
    return map;
  }

  private void entry(ObjectNode map, ScalarEvent key, JsonPointer at, int depth) {
    if (map.has(key.getValue())) {
      Integer first = lines.get(at.toString());
      fault(key, "`" + key.getValue() + "` stands twice, first on line " + first + ": keep one");
      skip(next());
    } else {
      lines.put(at.toString(), line(key));
      map.set(key.getValue(), value(next(), at, depth + 1));
    }
  }

  private void refuseTricks(Event event) {
    if (event instanceof AliasEvent) {
      fault(
          event,
          "an alias (`*name`): write the value out, aliases are not taken; put a text that begins with * in quotes");
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      fault(event, "an anchor (`&name`): write values out, anchors are not taken");
    } else if (tag(event)) {
      fault(event, "a tag (`!name`): write the plain value, or put it in quotes");
    }
  }

  private static boolean tag(Event event) {
    return event instanceof ScalarEvent scalar && scalar.getTag() != null
        || event instanceof CollectionStartEvent list && list.getTag() != null;
  }

  /** Reads past a value that is not wanted. */
  private void skip(Event first) {
    int open = opens(first);
    while (open > 0) {
      open += opens(next());
    }
  }

  private static int opens(Event event) {
    return switch (event.getEventId()) {
      case MappingStart, SequenceStart -> 1;
      case MappingEnd, SequenceEnd -> -1;
      default -> 0;
    };
  }

  private Event next() {
    return events.next();
  }

  private void fault(Event event, String text) {
    faults.add(new Fault(file, line(event), text));
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }

  private static final class TooDeep extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }
}
