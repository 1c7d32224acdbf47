package norrhub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
  @Test
  void theLogSaysThemInWords() {
    Map<String, Integer> before = Map.of("lkab", 1, "ssab", 1, "stegra", 1);
    Map<String, Integer> now = Map.of("boden", 1, "boliden", 1, "ssab", 2, "stegra", 1);

    assertThat(Changes.between(before, now).words())
        .isEqualTo("added boden, boliden; changed ssab; removed lkab");
    assertThat(Changes.NONE.words()).isEqualTo("as they were");
  }
}
