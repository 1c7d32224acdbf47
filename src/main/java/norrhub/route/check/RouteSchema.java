package norrhub.route.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Camel's own schema of its YAML, from the jar that reads the routes. */
final class RouteSchema {
  private static final String PLACE = "/schema/camelYamlDsl.json";

  private final JsonSchema schema;

  RouteSchema(ObjectMapper json) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    try (InputStream text =
        Objects.requireNonNull(RouteSchema.class.getResourceAsStream(PLACE), PLACE)) {
      schema = JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(json.readTree(text), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds what the schema has against the file, one fault a place. */
  void check(RouteFile file) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (ValidationMessage message : schema.validate(file.content())) {
      if (isQuotedTruth(message)) {
        continue;
      }
      String at = message.getInstanceLocation().toString();
      String text = message.getMessage().replaceFirst("^" + Pattern.quote(at) + ": ", "");
      faults.putIfAbsent(at, text);
    }
    faults.forEach((at, text) -> file.fault(at, "no Camel YAML: " + text));
  }

  /** Camel takes "false" for false. */
  private static boolean isQuotedTruth(ValidationMessage message) {
    JsonNode value = message.getInstanceNode();
    return message.getType().equals("type")
        && value.isTextual()
        && value.asText().matches("true|false");
  }
}
