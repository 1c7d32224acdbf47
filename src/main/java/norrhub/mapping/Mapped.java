package norrhub.mapping;

import java.util.List;
import norrhub.notice.Finding;

/**
 * What a format makes of a record.
 *
 * @param findings about the record as the source wrote it; none of them rejects it
 */
public record Mapped(Draft draft, List<Finding> findings) {
  public Mapped {
    findings = List.copyOf(findings);
  }
}
