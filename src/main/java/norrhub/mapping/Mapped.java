package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /**
   * What records become that share a key: the first that is offered stands for all of them, with
   * the places of all that are.
   *
   * @param all at least one
   */
  public static Mapped united(List<Mapped> all) {
    List<Mapped> offered = all.stream().filter(one -> one.draft().isOffered()).toList();
    if (all.size() == 1 || offered.isEmpty()) {
      return all.get(0);
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    offered.get(0).draft().fields().properties().forEach(f -> fields.set(f.getKey(), f.getValue()));
    Set<JsonNode> places = new LinkedHashSet<>();
    offered.forEach(one -> places.addAll(one.draft().list("locations")));
    fields.putArray("locations").addAll(places);
    List<Finding> findings =
        all.stream().flatMap(one -> one.findings().stream()).distinct().toList();
    return new Mapped(new Draft(fields), findings);
  }
}
