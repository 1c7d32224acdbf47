package norrhub.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The published schemas as the hub itself must obey them. They are open, so that they may grow: a
 * field that no schema knows is valid there. Here they are closed again, by rule and not by hand: a
 * block has no other fields than those it names, and a word is one of the list.
 */
public final class StrictSchemas {
  static final Path FOLDER = Path.of("src/main/resources/schema");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLACE = "https://strict.example/";

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012, factory -> factory.schemaLoaders(l -> l.schemas(closed())));

  private StrictSchemas() {}

  public static JsonSchema of(String name) {
    SchemaValidatorsConfig formats =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return SCHEMAS.getSchema(SchemaLocation.of(PLACE + name + ".json"), formats);
  }

  static JsonNode open(String name) {
    try {
      return JSON.readTree(FOLDER.resolve(name + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> closed() {
    Map<String, String> schemas = new HashMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        JsonNode schema = open(name.replaceFirst("\\.json$", ""));
        close(schema);
        schemas.put(PLACE + name, schema.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return schemas;
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      JsonNode words = schema.at("/anyOf/0/enum");
      if (schema.path("properties").isObject()) {
        schema.put("additionalProperties", false);
      }
      if (!words.isMissingNode()) {
        schema.remove("anyOf");
        schema.set("enum", words);
      }
      List.copyOf(schema.properties()).forEach(entry -> close(entry.getValue()));
    } else {
      node.forEach(StrictSchemas::close);
    }
  }
}
