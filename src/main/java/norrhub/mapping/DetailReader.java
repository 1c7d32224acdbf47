package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import norrhub.notice.SourceLocation;
import norrhub.record.BrokenRecord;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
import norrhub.record.RecordReader;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import norrhub.record.part.PartRecords;
import norrhub.record.repair.Repair;

/** Reads the answer for one vacancy of a list and makes one record of the two. */
record DetailReader<S>(
    RecordReader<S> reader, S settings, List<Repair> repairs, Optional<String> as) {

  Detailed join(JsonNode listed, PartFile answer) throws UnreadablePart, IOException {
    try (RecordStream records = PartRecords.open(answer, reader, settings, repairs)) {
      JsonNode detail = only(records, answer);
      JsonNode named =
          as.isEmpty() ? detail : JsonNodeFactory.instance.objectNode().set(as.get(), detail);
      return new Detailed(united(listed, named), records.findings());
    }
  }

  /**
   * What the detail says goes first, what it leaves out or leaves empty the list says. The nodes
   * themselves are shared, not copied.
   */
  private static JsonNode united(JsonNode listed, JsonNode detail) {
    if (listed instanceof ObjectNode one && detail instanceof ObjectNode other) {
      ObjectNode both = JsonNodeFactory.instance.objectNode();
      both.setAll(one);
      other
          .properties()
          .forEach(m -> both.set(m.getKey(), united(one.path(m.getKey()), m.getValue())));
      return both;
    }
    if (listed instanceof ArrayNode one
        && detail instanceof ArrayNode other
        && one.size() == other.size()) {
      ArrayNode both = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < one.size(); i++) {
        both.add(united(one.get(i), other.get(i)));
      }
      return both;
    }
    return saysNothing(detail) && !listed.isMissingNode() ? listed : detail;
  }

  private static boolean saysNothing(JsonNode node) {
    return node.isNull() || node.isEmpty() && (node.isContainerNode() || node.asText().isBlank());
  }

  /** An answer for one vacancy that holds several is the list, or another vacancy's. */
  private static JsonNode only(RecordStream records, PartFile answer)
      throws UnreadablePart, IOException {
    Optional<ReadResult> first = records.next();
    if (first.isEmpty() || records.next().isPresent()) {
      String found = first.isEmpty() ? "no vacancy" : "more than one vacancy";
      throw new UnreadablePart(
          SourceLocation.of(answer.name()), DetailNotices.NOT_ONE_RECORD.about("", found));
    }
    if (first.get() instanceof BrokenRecord broken) {
      throw new UnreadablePart(broken.place(), broken.finding());
    }
    return ((SourceRecord) first.get()).content();
  }
}
