package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

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

  /** A block may begin where its first key does; what is wrong there is said once. */
  private final Set<Fault> faults = new LinkedHashSet<>();

  /** An alias stands for the very node of its anchor, which may even hold itself. */
  private final Set<Node> read = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlReader(Path file) {
    this.file = file;
  }

  static YamlSource read(Path file, String text) {
    YamlReader reader = new YamlReader(file);
    JsonNode root = reader.document(text);
    Lines lines = new Lines(file, Map.copyOf(reader.lines));
    return reader.faults.isEmpty()
        ? new YamlSource(lines, root, List.of())
        : new YamlSource(lines, MissingNode.getInstance(), List.copyOf(reader.faults));
  }

  private JsonNode document(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE); // each is a fault, not its number
    Parser parser = new ParserImpl(new StreamReader(text), options);
    try {
      Node root = new Composer(parser, new Resolver(), options).getSingleNode();
      if (root != null) {
        return value(root, JsonPointer.empty());
      }
      faults.add(new Fault(file, 1, "the file is empty"));
    } catch (YAMLException e) {
      faults.add(
          YamlMessages.isTooDeep(e)
              ? new Fault(
                  file,
                  line(parser.peekEvent().getStartMark()),
                  "nested deeper than " + DEEPEST + " levels")
              : YamlMessages.fault(file, text, e));
    }
    return MissingNode.getInstance();
  }

  private JsonNode value(Node node, JsonPointer at) {
    lines.putIfAbsent(at.toString(), line(node.getStartMark()));
    if (!read.add(node)) {
      return JSON.nullNode(); // its anchor is a fault already
    }
    refuseTricks(node);
    if (node instanceof ScalarNode scalar) {
      return scalar.isPlain() && NULLS.contains(scalar.getValue())
          ? JSON.nullNode()
          : JSON.textNode(scalar.getValue());
    }
    return node instanceof SequenceNode list ? list(list, at) : map((MappingNode) node, at);
  }

  private ArrayNode list(SequenceNode written, JsonPointer at) {
    ArrayNode list = JSON.arrayNode();
    for (Node item : written.getValue()) {
      list.add(value(item, at.appendIndex(list.size())));
    }
    return list;
  }

  private ObjectNode map(MappingNode written, JsonPointer at) {
    ObjectNode map = JSON.objectNode();
    for (NodeTuple entry : written.getValue()) {
      refuseTricks(entry.getKeyNode());
      if (entry.getKeyNode() instanceof ScalarNode key) {
        entry(map, key, entry.getValueNode(), at.appendProperty(key.getValue()));
      } else {
        fault(entry.getKeyNode(), "a key must be a plain word");
      }
    }
    return map;
  }

  private void entry(ObjectNode map, ScalarNode key, Node value, JsonPointer at) {
    if (map.has(key.getValue())) {
      Integer first = lines.get(at.toString());
      fault(key, "`" + key.getValue() + "` stands twice, first on line " + first + ": keep one");
    } else {
      lines.put(at.toString(), line(key.getStartMark()));
      map.set(key.getValue(), value(value, at));
    }
  }

  private void refuseTricks(Node node) {
    if (node.getAnchor() != null) {
      fault(node, "an anchor (`&name`): write values out, anchors are not taken");
    } else if (isTagged(node.getStartMark())) {
      fault(node, "a tag (`!name`): write the plain value, or put it in quotes");
    }
  }

  /** The node knows a tag in either case; only a written one begins it. */
  private static boolean isTagged(Mark start) {
    return start.getPointer() < start.getBuffer().length
        && start.getBuffer()[start.getPointer()] == '!';
  }

  private void fault(Node node, String text) {
    faults.add(new Fault(file, line(node.getStartMark()), text));
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
