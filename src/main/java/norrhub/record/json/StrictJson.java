package norrhub.record.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import norrhub.record.Limits;

/** JSON as the standard says: no name twice, numbers as exact as they were written. */
public final class StrictJson {
  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_NUMBER = 100;

  private StrictJson() {}

  static ObjectMapper within(Limits limits) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(constraints(limits))
            .build();
    return exact(factory);
  }

  public static StreamReadConstraints constraints(Limits limits) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(limits.depth())
        .maxStringLength(limits.recordBytes())
        .maxNameLength(LONGEST_NAME)
        .maxNumberLength(LONGEST_NUMBER)
        .build();
  }

  public static ObjectMapper exact(JsonFactory factory) {
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }
}
