package norrhub.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import org.springframework.stereotype.Component;

/**
 * Findings as short JSON beside the vacancy they concern. A record that comes again unchanged is
 * not mapped again, yet its partner gets the same notices.
 */
@Component
class StoredFindings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, NoticeKind> kinds = new HashMap<>();

  StoredFindings(List<RaisesNotices> all) {
    all.forEach(one -> one.notices().forEach(kind -> kinds.put(kind.code(), kind)));
  }

  /** Empty where there is nothing to remember. */
  Optional<String> write(List<Finding> findings) {
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    ArrayNode all = JSON.createArrayNode();
    for (Finding finding : findings) {
      all.addArray().add(finding.kind().code()).add(finding.field()).add(finding.value());
    }
    return Optional.of(all.toString());
  }

  /** What {@link #write} wrote; findings of kinds that are gone are left out. */
  List<Finding> read(String stored) {
    List<Finding> findings = new ArrayList<>();
    try {
      for (JsonNode one : JSON.readTree(stored)) {
        NoticeKind kind = kinds.get(one.path(0).asText());
        if (kind != null) {
          findings.add(kind.about(one.path(1).asText(), one.path(2).asText()));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored findings are always JSON: " + stored, e);
    }
    return findings;
  }
}
