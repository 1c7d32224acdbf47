package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import norrhub.config.Fault;
import norrhub.notice.Finding;
import norrhub.record.BrokenRecord;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;

/**
 * The samples in a format's folder, held against {@code expected.json} beside it: the only check
 * that a mapping says what the source meant.
 */
public final class GoldenSample {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final Format format;

  /**
   * @param folder the format's own, under config/formats
   */
  public GoldenSample(Path folder, Format format) {
    this.folder = folder;
    this.format = format;
  }

  /** Where the expectation stands. */
  public Path expected() {
    return folder.resolve("expected.json");
  }

  /** What is wrong with the sample or with what it becomes; empty when it is as expected. */
  public List<Fault> check() {
    try {
      List<PartFile> samples = Samples.of(folder);
      if (samples.isEmpty()) {
        return List.of(new Fault(folder, 1, "there is no sample.* that shows what it reads"));
      }
      return check(readings(samples));
    } catch (MappingFailed e) {
      return List.of(new Fault(folder, 1, "the mapping fails on the sample: " + e.getMessage()));
    } catch (IOException e) {
      return List.of(new Fault(folder, 1, "the sample or expected.json cannot be read: " + e));
    }
  }

  /** What the samples become now, as expected.json writes it. */
  public String found() throws IOException, MappingFailed {
    return written(readings(Samples.of(folder)));
  }

  private List<Fault> check(ArrayNode readings) throws IOException {
    List<Fault> faults = new ArrayList<>();
    Path mapping = folder.resolve("mapping.jslt");
    for (JsonNode reading : readings) {
      for (String field : DraftFields.unknown(reading.path("draft"))) {
        faults.add(new Fault(mapping, 1, "no rule reads the field `" + field + "`"));
      }
    }
    List<String> found = written(readings).lines().toList();
    List<String> wanted = Files.readString(expected()).lines().toList();
    if (!found.equals(wanted)) {
      faults.add(difference(found, wanted));
    }
    return faults.stream().distinct().toList();
  }

  private Fault difference(List<String> found, List<String> wanted) {
    int at = 0;
    while (at < found.size() && at < wanted.size() && found.get(at).equals(wanted.get(at))) {
      at++;
    }
    return new Fault(
        expected(),
        at + 1,
        "the sample becomes something else here: %s, not %s"
            .formatted(line(found, at), line(wanted, at)));
  }

  private static String line(List<String> lines, int at) {
    return at < lines.size() ? "`" + lines.get(at).strip() + "`" : "the end";
  }

  private static String written(ArrayNode readings) throws IOException {
    return JSON.writeValueAsString(readings) + "\n";
  }

  private ArrayNode readings(List<PartFile> samples) throws IOException, MappingFailed {
    ArrayNode readings = JSON.createArrayNode();
    for (PartFile sample : samples) {
      read(sample, readings);
    }
    return readings;
  }

  private void read(PartFile sample, ArrayNode readings) throws IOException, MappingFailed {
    try (RecordStream records = format.open(sample)) {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        readings.add(reading(next.get()));
      }
      records.findings().forEach(finding -> readings.addObject().set("finding", finding(finding)));
    } catch (UnreadablePart e) {
      readings.addObject().put("place", e.place().toString()).set("finding", finding(e.finding()));
    }
  }

  private ObjectNode reading(ReadResult reading) throws MappingFailed {
    ObjectNode node = JSON.createObjectNode().put("place", reading.place().toString());
    if (reading instanceof SourceRecord record) {
      node.put("key", format.key(record.content()).orElse(null));
      node.set("draft", format.map(record.content(), format.needs()).draft().fields());
    } else if (reading instanceof BrokenRecord broken) {
      node.set("finding", finding(broken.finding()));
    }
    return node;
  }

  private static ObjectNode finding(Finding finding) {
    return JSON.createObjectNode()
        .put("code", finding.kind().code())
        .put("field", finding.field())
        .put("value", finding.value());
  }
}
