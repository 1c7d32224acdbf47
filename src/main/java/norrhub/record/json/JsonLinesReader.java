package norrhub.record.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.record.ContentSniffer;
import norrhub.record.Limits;
import norrhub.record.NoSettings;
import norrhub.record.PartFile;
import norrhub.record.RecordReader;
import norrhub.record.RecordStream;
import norrhub.record.UnreadablePart;
import org.springframework.stereotype.Component;

/** Reads JSON Lines: each line of the file is one record. */
@Component
public final class JsonLinesReader implements RecordReader<NoSettings> {
  private final ObjectMapper json;
  private final Limits limits;

  public JsonLinesReader() {
    this(Limits.STANDARD);
  }

  JsonLinesReader(Limits limits) {
    this.limits = limits;
    this.json = StrictJson.within(limits);
  }

  @Override
  public String kind() {
    return "jsonLines";
  }

  @Override
  public Class<NoSettings> settings() {
    return NoSettings.class;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(JsonLines.LINE_MALFORMED);
  }

  @Override
  public RecordStream open(PartFile part, NoSettings settings) throws UnreadablePart, IOException {
    ContentSniffer.check(part);
    return new JsonLines(part, limits, json, part.open());
  }
}
