package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.record.PartFile;
import norrhub.record.RecordReader;
import norrhub.record.RecordStream;
import norrhub.record.UnreadablePart;
import norrhub.record.part.PartRecords;
import norrhub.record.repair.Repair;

/** A format as its folder says. */
record FormatFolder<S>(
    String id,
    String fingerprint,
    RecordReader<S> reader,
    S settings,
    Optional<DetailReader<?>> detail,
    RecordKeys keys,
    Jslt mapping,
    Map<String, String> needs,
    List<Repair> repairs,
    SourceTexts texts,
    KnownFields known)
    implements Format {

  @Override
  public boolean readsWholeMails() {
    return reader.readsWholeMails();
  }

  @Override
  public RecordStream open(PartFile part) throws UnreadablePart, IOException {
    return PartRecords.open(part, reader, settings, repairs);
  }

  @Override
  public boolean readsDetails() {
    return detail.isPresent();
  }

  @Override
  public Detailed join(JsonNode listed, PartFile answer) throws UnreadablePart, IOException {
    return detail.orElseThrow().join(listed, answer);
  }

  @Override
  public Optional<String> key(JsonNode record) {
    return keys.key(record);
  }

  @Override
  public SameKey sameKey() {
    return keys.same();
  }

  @Override
  public boolean readsKeysAhead() {
    return keys.same() == SameKey.MERGE || !keys.others().isEmpty();
  }

  @Override
  public Map<String, String> otherKeys(JsonNode record) {
    return keys.others(record);
  }

  @Override
  public Mapped map(JsonNode record, Map<String, String> values) throws MappingFailed {
    List<Finding> unknown =
        reader.tellsUnknownFields()
            ? List.of()
            : known.unknown(record).stream()
                .map(path -> SourceNotices.UNKNOWN_FIELD.about("", path))
                .toList();
    return new Mapped(new Draft(mapping.apply(texts.of(record), values)), unknown);
  }
}
