package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a format tells vacancies apart, and knows them again in another channel of their ATS. */
record RecordKeys(Jslt key, SameKey same, Map<String, Jslt> others) {
  RecordKeys {
    others = Map.copyOf(others);
  }

  Optional<String> key(JsonNode record) {
    return read(key, record);
  }

  Map<String, String> others(JsonNode record) {
    Map<String, String> found = new TreeMap<>();
    others.forEach(
        (row, other) ->
            read(other, record)
                .filter(key -> key.length() <= Format.LONGEST_KEY)
                .ifPresent(key -> found.put(row, key)));
    return found;
  }

  /** A key that cannot be computed is no key: a record without its own is rejected for that. */
  private static Optional<String> read(Jslt key, JsonNode record) {
    try {
      return Draft.text(key.apply(record, Map.of())).flatMap(SourceKey::read);
    } catch (MappingFailed e) {
      return Optional.empty();
    }
  }
}
