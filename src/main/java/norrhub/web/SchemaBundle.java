package norrhub.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts into one document all that it refers to, so that it can be used alone: each schema that it
 * names as a file goes under a key of the document, and references point there.
 */
final class SchemaBundle {
  private static final String LOCAL = "#";

  private final ObjectNode root;
  private final String within;
  private final Function<String, ObjectNode> files;
  private final Map<String, ObjectNode> taken = new TreeMap<>();

  private SchemaBundle(ObjectNode root, String within, Function<String, ObjectNode> files) {
    this.root = root;
    this.within = within;
    this.files = files;
  }

  /**
   * Changes the document it is given.
   *
   * @param within pointer of the block that takes the schemas, such as {@code /$defs}
   * @param files a schema by its file's name, fresh each time
   */
  static ObjectNode of(ObjectNode root, String within, Function<String, ObjectNode> files) {
    SchemaBundle bundle = new SchemaBundle(root, within, files);
    bundle.resolve(root, "");
    return bundle.complete();
  }

  private ObjectNode complete() {
    ObjectNode block = root;
    if (!taken.isEmpty()) {
      for (String key : within.substring(1).split("/")) {
        block = block.withObjectProperty(key);
      }
      block.setAll(taken);
    }
    return root;
  }

  /**
   * @param home where the schema that a node belongs to stands in the document
   */
  private void resolve(JsonNode node, String home) {
    if (node instanceof ObjectNode object) {
      if (object.path("$ref").isTextual()) {
        object.put("$ref", local(object.get("$ref").asText(), home));
      }
      List.copyOf(object.properties()).forEach(entry -> resolve(entry.getValue(), home));
    } else if (node instanceof ArrayNode array) {
      array.forEach(item -> resolve(item, home));
    }
  }

  private String local(String reference, String home) {
    if (reference.startsWith(LOCAL)) {
      return LOCAL + home + reference.substring(1);
    }
    String[] parts = reference.split(LOCAL, 2);
    String name = parts[0].replaceFirst("\\.json$", "");
    String pointer = within + "/" + name;
    if (!taken.containsKey(name)) {
      ObjectNode schema = files.apply(parts[0]);
      schema.remove(Set.of("$schema", "$id"));
      taken.put(name, schema);
      resolve(schema, pointer);
    }
    return LOCAL + pointer + (parts.length > 1 ? parts[1] : "");
  }
}
