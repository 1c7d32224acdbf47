package norrhub.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import norrhub.platform.PublicUrl;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The schemas and descriptions of all that the hub gives out, as it publishes them: each names its
 * own address, and whatever it refers to is in it. In the repository they are files that refer to
 * each other, for editors and for whoever reads them.
 */
@Component
final class PublishedSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PublicUrl hub;

  PublishedSchemas(PublicUrl hub) {
    this.hub = hub;
  }

  /**
   * One of them; empty where there is none.
   *
   * @param name such as {@code vacancy-v1} or {@code released/vacancy-v1.0}
   */
  Optional<Schema> find(String name) {
    ClassPathResource file = file(name);
    if (!file.exists()) {
      return Optional.empty();
    }
    ObjectNode document = read(file);
    if (document.has("openapi")) {
      document.putArray("servers").addObject().put("url", hub.address(""));
      return Optional.of(description(name, document, "application/vnd.oai.openapi+json"));
    }
    if (document.has("asyncapi")) {
      document.put("id", hub.schema(name));
      return Optional.of(description(name, document, "application/vnd.aai.asyncapi+json"));
    }
    return Optional.of(schema(name, document));
  }

  private Schema description(String name, ObjectNode document, String mediaType) {
    bundle(name, document, "/components/schemas");
    return new Schema(mediaType, bytes(document));
  }

  private Schema schema(String name, ObjectNode document) {
    ObjectNode named = JSON.createObjectNode();
    named.set("$schema", document.path("$schema"));
    named.put("$id", hub.schema(name));
    named.setAll(document);
    bundle(name, named, "/$defs");
    return new Schema("application/schema+json", bytes(named));
  }

  private static void bundle(String name, ObjectNode document, String within) {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    SchemaBundle.of(
        document, within, reference -> read(file(folder + reference.replaceFirst("\\.json$", ""))));
  }

  private static ClassPathResource file(String name) {
    return new ClassPathResource("schema/" + name + ".json");
  }

  private static ObjectNode read(ClassPathResource file) {
    try (InputStream in = file.getInputStream()) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException("A published schema is not in the jar: " + file, e);
    }
  }

  private static byte[] bytes(JsonNode document) {
    return (document.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A document as it is sent. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  record Schema(String mediaType, byte[] bytes) {}
}
