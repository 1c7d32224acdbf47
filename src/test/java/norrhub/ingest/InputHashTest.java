package norrhub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputHashTest {
  private final InputHash hash = new InputHash("configuration");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 3_000, 100_000, 70})
  void aLongTextHashesLikeAShortOne(int length) {
    for (String letter : List.of("a", "å", "š", "\uD83D")) {
      String text = letter.repeat(length);

      assertThat(hash.of(List.of(TextNode.valueOf(text)))).isEqualTo(charByChar(text));
    }
  }

  @Test
  void noTwoRecordsHashAlike() throws Exception {
    List<String> records =
        List.of(
            "{}",
            "[]",
            "\"\"",
            "null",
            "{\"a\":\"b\"}",
            "{\"a\":[\"b\"]}",
            "{\"a\":{\"b\":\"\"}}",
            "{\"ab\":\"\"}",
            "{\"a\":\"\",\"b\":\"\"}",
            "[\"a\",\"b\"]",
            "[[\"a\"],\"b\"]",
            "[\"a\",[\"b\"]]",
            "1",
            "\"1\"",
            "true",
            "\"true\"");
    Set<Long> hashes = new HashSet<>();
    for (String record : records) {
      assertThat(hashes.add(hash.of(List.of(new ObjectMapper().readTree(record)))))
          .as(record)
          .isTrue();
    }
  }

  private static long charByChar(String text) {
    return Hashing.xxh3_64()
        .hashStream()
        .putString("configuration")
        .putByte((byte) JsonNodeType.STRING.ordinal())
        .putString(text)
        .getAsLong();
  }
}
