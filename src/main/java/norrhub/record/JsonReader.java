package norrhub.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import norrhub.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Reads a list of records in JSON: no name twice, numbers as exact as they were written. */
@Component
public final class JsonReader implements RecordReader<JsonSettings> {
  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_NUMBER = 100;

  private final ObjectMapper json;
  private final Limits limits;

  public JsonReader() {
    this(Limits.STANDARD);
  }

  JsonReader(Limits limits) {
    this.limits = limits;
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxStringLength(limits.recordBytes())
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();
    json =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
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
    JsonPointer list = JsonPointer.compile(settings.records());
    PartStart.check(part);
    MeteredInput input = new MeteredInput(Files.newInputStream(part.file()), limits.recordBytes());
    CountingParser tokens = new CountingParser(json.createParser(input), limits.nodes());
    return new JsonRecords(part, list, limits, json, input, tokens);
  }
}
