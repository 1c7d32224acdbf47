package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Å-17",
        " Å-17 ",
        "A\u030a-17",
        "\u00a0Å-17\u00a0",
        "Å\u200b-17",
        "\ufeffÅ-17",
        "Å-1\u00ad7",
        "Å-\u00a017",
        "Å-\u202f17",
        "Å-17\u0000",
        "Å-17\r\n",
        "\u202eÅ-17\u202c",
        "Å-17\u3164",
        "Å-17\ufe0f",
        "\u2003Å-17",
        "Å-17\ud83d"
      })
  void whatNobodySeesMakesNoOtherKey(String written) {
    assertThat(SourceKey.read(written)).contains("Å-17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "a B", "2026/28", "REF 17", "ÅÄÖ-1", "żółć", "職-1", "a|b;c", "x😀"})
  void aCleanKeyStaysAsItIs(String written) {
    assertThat(SourceKey.read(written)).contains(written);
  }

  @Test
  void caseIsKept() {
    assertThat(SourceKey.read("aB1")).isNotEqualTo(SourceKey.read("AB1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "\u200b\u2060", "\u0000"})
  void whatHoldsNothingIsNoKey(String written) {
    assertThat(SourceKey.read(written)).isEmpty();
  }
}
