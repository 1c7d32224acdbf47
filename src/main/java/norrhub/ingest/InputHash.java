package norrhub.ingest;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Hashes a record together with the configuration that will make a vacancy of it: equal hash, equal
 * vacancy, so nothing needs to be mapped, normalised or written.
 */
final class InputHash {
  private static final int SHORT = 64;

  private final HashStream64 hash = Hashing.xxh3_64().hashStream();
  private final String configuration;
  private char[] chars = {};
  private ByteBuffer bytes = ByteBuffer.allocate(0);

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
      default -> put(node.asText());
    }
  }

  /** The same as {@code putString}, which takes a text char by char: a long one is copied whole. */
  private void put(String text) {
    int length = text.length();
    if (length < SHORT) {
      hash.putString(text);
      return;
    }
    if (chars.length < length) {
      chars = new char[length];
      bytes = ByteBuffer.allocate(2 * length).order(ByteOrder.LITTLE_ENDIAN);
    }
    text.getChars(0, length, chars, 0);
    bytes.asCharBuffer().put(chars, 0, length);
    hash.putBytes(bytes.array(), 0, 2 * length);
    hash.putInt(length);
  }
}
