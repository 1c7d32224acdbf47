package norrhub.record.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.record.BudgetedInputStream;
import norrhub.record.ContentSniffer;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.RecordReader;
import norrhub.record.RecordStream;
import norrhub.record.UnreadablePart;
import org.springframework.stereotype.Component;

/** Reads a list of records in JSON, or the one record that a file is. */
@Component
public final class JsonReader implements RecordReader<JsonSettings> {
  private final ObjectMapper json;
  private final Limits limits;

  public JsonReader() {
    this(Limits.STANDARD);
  }

  JsonReader(Limits limits) {
    this.limits = limits;
    this.json = StrictJson.within(limits);
  }

  @Override
  public String kind() {
    return "json";
  }

  @Override
  public Class<JsonSettings> settings() {
    return JsonSettings.class;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(JsonRecords.NOT_AN_OBJECT);
  }

  @Override
  public RecordStream open(PartFile part, JsonSettings settings)
      throws UnreadablePart, IOException {
    ContentSniffer.check(part);
    JsonRecordLocator cut = JsonRecordLocator.of(settings);
    boolean single;
    try (CountingParser tokens = tokens(part)) {
      single = cut.isSingle(tokens);
    }
    return new JsonRecords(part, cut, single, limits, json, tokens(part));
  }

  private CountingParser tokens(PartFile part) throws IOException {
    BudgetedInputStream input =
        new BudgetedInputStream(part.open(), limits.recordBytes(), limits.recordTime());
    return new CountingParser(json.createParser(input), input, limits.nodes());
  }
}
