package norrhub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestMatchTest {
  private static final List<String> KEYS =
      List.of("host", "hostKey", "port", "speaksFor", "after", "every", "id");

  @ParameterizedTest
  @CsvSource({
    "hsot, host",
    "hostkey, hostKey",
    "speaks-for, speaksFor",
    "SPEAKS_FOR, speaksFor",
    "evrey, every",
    "prot, port",
    "afterr, after",
    "di, id"
  })
  void aMisspeltWordIsRecognised(String written, String meant) {
    assertThat(ClosestMatch.of(written, KEYS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"colour", "xx", "directory", "x"})
  void anotherWordIsNotTakenForAKnownOne(String written) {
    assertThat(ClosestMatch.of(written, KEYS)).isEmpty();
  }

  @Test
  void amongNothingNothingIsNear() {
    assertThat(ClosestMatch.of("host", List.of())).isEmpty();
  }
}
