package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.normalised;
import static norrhub.normalise.Drafts.vacancy;
import static norrhub.normalise.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmployerRuleTest {

  @ParameterizedTest
  @CsvSource({"Stegra Boden AB,Stegra Boden AB", "h2 green steel,Stegra", "' ',Stegra", "-,Stegra"})
  void theNameIsTheSourcesOrThePartners(String written, String expected) {
    var draft = with("employer.name", "\"" + written + "\"");

    assertThat(vacancy(draft).employer().name()).isEqualTo(expected);
    assertThat(codes(draft)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"232100-0230", "2321000230", "16232100-0230", "46-232100-0230", "SE232100023001"})
  void anOrganisationNumberIsTenDigits(String written) {
    assertThat(vacancy(with("employer.orgNumber", "\"" + written + "\"")).employer().orgNumber())
        .contains("2321000230");
  }

  @ParameterizedTest
  @ValueSource(strings = {"232100-0231", "2321000", "640823-3234", "okänt"})
  void whatIsNoOrganisationNumberIsANotice(String written) {
    var draft = with("employer.orgNumber", "\"" + written + "\"");

    assertThat(vacancy(draft).employer().orgNumber()).isEmpty();
    assertThat(codes(draft)).containsExactly("employer-org-number-wrong");
  }

  @Test
  void aPersonalNumberIsNotRepeatedInTheNotice() {
    assertThat(normalised(with("employer.orgNumber", "\"640823-3234\"")).findings().get(0).value())
        .doesNotContain("3234");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ["Division Länssjukvård", " ", "Akuten"] | Division Länssjukvård > Akuten
          "Akuten"                                 | Akuten
          """)
  void unitsAreGivenTheWidestFirst(String json, String expected) {
    assertThat(vacancy(with("employer.units", json)).employer().unitPath())
        .containsExactly(expected.split(" > "));
  }
}
