package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import norrhub.notice.Finding;

/**
 * A record of a list and its detail as one.
 *
 * @param findings about the answer as a whole, such as what had to be repaired in it
 */
public record Detailed(JsonNode record, List<Finding> findings) {
  public Detailed {
    findings = List.copyOf(findings);
  }
}
