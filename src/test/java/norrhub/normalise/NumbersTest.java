package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.vacancy;
import static norrhub.normalise.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import norrhub.vacancy.ScopePercent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "75-100 %"    | 75  | 100
          "75 – 100%"   | 75  | 100
          "50% - 75%"   | 50  | 75
          "75 till 100 procent" | 75 | 100
          "100 %"       | 100 | 100
          "100"         | 100 | 100
          80            | 80  | 80
          0.75          | 75  | 75
          "0,5-1"       | 50  | 100
          1             | 100 | 100
          "37,5 %"      | 37  | 37
          """)
  void readsTheExtent(String json, int min, int max) {
    assertThat(vacancy(with("scope", json)).employment().scopePercent())
        .contains(new ScopePercent(min, max));
    assertThat(codes(with("scope", json))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0 %\"", "\"101\"", "\"100-75\"", "\"40 h/vecka\"", "-5", "1e9"})
  void anExtentThatIsNoneIsANotice(String json) {
    assertThat(vacancy(with("scope", json)).employment().scopePercent()).isEmpty();
    assertThat(codes(with("scope", json))).containsExactly("scope-not-understood");
  }

  @Test
  void wordsForTheHoursAreNoExtentAndNoFault() {
    assertThat(vacancy(with("scope", "\"Heltid\"")).employment().scopePercent()).isEmpty();
    assertThat(codes(with("scope", "\"Heltid\""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3,3", "'\"2 st\"',2", "'\"007\"',7", "1.0,1"})
  void readsTheOpenings(String json, int openings) {
    assertThat(vacancy(with("openings", json)).employment().openings()).contains(openings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "\"flera\"", "1000", "2.5", "99999999999999999999"})
  void openingsThatAreNoneAreANotice(String json) {
    assertThat(vacancy(with("openings", json)).employment().openings()).isEmpty();
    assertThat(codes(with("openings", json))).containsExactly("openings-not-understood");
  }
}
