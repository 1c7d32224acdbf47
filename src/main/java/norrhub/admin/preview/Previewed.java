package norrhub.admin.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;

/**
 * What one record becomes.
 *
 * @param key empty where the record has none
 * @param vacancy as boards get it; only where the record is accepted
 */
record Previewed(
    SourceLocation place,
    String key,
    Verdict verdict,
    Optional<ObjectNode> vacancy,
    List<Finding> findings) {

  Previewed {
    findings = List.copyOf(findings);
  }

  /** What would happen to the record. */
  enum Verdict {
    ACCEPTED,
    /** Accepted too: it takes a vacancy back. */
    REMOVES,
    /** Not meant for everybody. */
    KEPT_OUT,
    REJECTED
  }
}
