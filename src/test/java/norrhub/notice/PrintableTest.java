package norrhub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource({
    "0000", "0007", "0008", "001b", "007f", "0085", "009b", "00ad", "061c", "200b", "200e", "200f",
    "2028", "2029", "202a", "202e", "2060", "2066", "2069", "feff", "d800"
  })
  void whatSteersOrHidesIsShown(String hex) {
    String text = "a" + (char) Integer.parseInt(hex, 16) + "b";

    assertThat(Printable.line(text)).isEqualTo("a\\u" + hex + "b");
    assertThat(Printable.lines(text)).isEqualTo("a\\u" + hex + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Åsa Öberg – 5 m² «x»", "żółć ąę", "Ελλάδα", "職 😀", "👨\u200d👩", "C:\\temp"})
  void whatPeopleWriteStays(String text) {
    assertThat(Printable.line(text)).isEqualTo(text);
  }

  @Test
  void lineEndsAreShownWhereOneLineIsMeant() {
    assertThat(Printable.line("a\r\n\tb")).isEqualTo("a\\r\\n\\tb");
    assertThat(Printable.lines("a\r\n\tb")).isEqualTo("a\\r\n\tb");
  }
}
