package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;
import norrhub.record.PartFile;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import norrhub.record.repair.Readers;

/**
 * What a file becomes by a format of this house.
 *
 * @param found the codes of what was found about the file
 * @param broken why it could not be read to its end; empty where it could
 */
record FormatOutcome(List<JsonNode> drafts, List<String> keys, List<String> found, String broken) {
  private static final Formats FORMATS =
      new Formats(
          new HubDirectories(Path.of("config"), Path.of("routes"), Path.of("data")),
          new ConfigFiles(name -> Optional.empty()),
          Readers.all(),
          Readers.repairs());

  static FormatOutcome of(String format, String file) throws Exception {
    return of(format, file, FORMATS.find(format).orElseThrow().needs());
  }

  /** JSON, with ' for " so that it can be read in a test. */
  static FormatOutcome ofJson(String format, String json) throws Exception {
    return of(format, json.replace('\'', '"'));
  }

  static FormatOutcome of(String id, String file, Map<String, String> values) throws Exception {
    Format format = FORMATS.find(id).orElseThrow();
    Path path = Files.createTempFile("part", "");
    try {
      Files.writeString(path, file);
      return read(format, new PartFile("part", path), values);
    } finally {
      Files.delete(path);
    }
  }

  private static FormatOutcome read(Format format, PartFile part, Map<String, String> values)
      throws Exception {
    List<JsonNode> drafts = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    RecordStream stream = format.open(part);
    String broken = "";
    try (RecordStream records = stream) {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        JsonNode record = ((SourceRecord) next.get()).content();
        keys.add(format.key(record).orElse(""));
        drafts.add(format.map(record, values).draft().fields());
      }
    } catch (UnreadablePart e) {
      broken = e.finding().kind().code();
    }
    List<String> found = stream.findings().stream().map(f -> f.kind().code()).toList();
    return new FormatOutcome(drafts, keys, found, broken);
  }

  /** The text at a place of the first draft; empty where there is none. */
  String at(String pointer) {
    return drafts.get(0).at(pointer).asText();
  }

  boolean has(String field) {
    return drafts.get(0).has(field);
  }
}
