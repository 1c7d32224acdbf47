package norrhub.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.SourceLocation;
import org.springframework.stereotype.Component;

/**
 * Findings as short JSON beside the vacancy they concern: once, however many deliveries bring the
 * record. A record that comes again unchanged is not mapped again, yet its partner gets the same
 * notices.
 */
@Component
class StoredFindings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, NoticeKind> kinds = new HashMap<>();

  StoredFindings(List<RaisesNotices> all) {
    all.forEach(one -> one.notices().forEach(kind -> kinds.put(kind.code(), kind)));
  }

  /**
   * @param delivery in which they were found
   * @param place of the record there
   * @return empty where there is nothing to remember
   */
  Optional<String> write(List<Finding> findings, String delivery, SourceLocation place) {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode stored = JSON.createObjectNode();
    stored.put("delivery", delivery).put("part", place.part());
    stored.put("line", place.line()).put("path", place.path());
    ArrayNode all = stored.putArray("findings");
    for (Finding finding : findings) {
      all.addArray().add(finding.kind().code()).add(finding.field()).add(finding.value());
    }
    return Optional.of(stored.toString());
  }

  /** What {@link #write} wrote; findings of kinds that are gone are left out. */
  List<Finding> read(String stored) {
    return readWhole(stored).findings();
  }

  /** The same with where they were found. */
  Stored readWhole(String stored) {
    JsonNode all = parse(stored);
    JsonNode listed = all.isArray() ? all : all.path("findings"); // as before the first release
    List<Finding> findings = new ArrayList<>();
    for (JsonNode one : listed) {
      NoticeKind kind = kinds.get(one.path(0).asText());
      if (kind != null) {
        findings.add(kind.about(one.path(1).asText(), one.path(2).asText()));
      }
    }
    return new Stored(
        all.path("delivery").asText(),
        new SourceLocation(
            all.path("part").asText(), all.path("line").asInt(), all.path("path").asText()),
        findings);
  }

  private static JsonNode parse(String stored) {
    try {
      return JSON.readTree(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored findings are always JSON: " + stored, e);
    }
  }

  /**
   * @param delivery in which they were found; empty where that is not known
   */
  record Stored(String delivery, SourceLocation place, List<Finding> findings) {
    Stored {
      findings = List.copyOf(findings);
    }
  }
}
