package norrhub.ingest;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Hashes a record together with the configuration that will make a vacancy of it: equal hash, equal
 * vacancy, so nothing needs to be mapped, normalised or written.
 */
final class InputHash {
  private final HashStream64 hash = Hashing.xxh3_64().hashStream();
  private final String configuration;

  InputHash(String configuration) {
    this.configuration = configuration;
  }

  /** Records that share a key are hashed as one. */
  long of(List<JsonNode> records) {
    hash.reset();
    hash.putString(configuration);
    records.forEach(this::put);
    return hash.getAsLong();
  }

  /** Each node begins with its kind and size, so that no two trees give the same bytes. */
  @SuppressWarnings("EnumOrdinal") // another order would only have records read once more
  private void put(JsonNode node) {
    hash.putByte((byte) node.getNodeType().ordinal());
    switch (node.getNodeType()) {
      case OBJECT -> {
        hash.putInt(node.size());
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
          Map.Entry<String, JsonNode> field = fields.next();
          hash.putString(field.getKey());
          put(field.getValue());
        }
      }
      case ARRAY -> {
        hash.putInt(node.size());
        node.forEach(this::put);
      }
      default -> hash.putString(node.asText());
    }
  }
}
