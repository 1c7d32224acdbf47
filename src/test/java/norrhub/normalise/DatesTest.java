package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.enough;
import static norrhub.normalise.Drafts.vacancy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @Test
  void aDeadlineWithoutATimeEndsWithItsDay() {
    Vacancy vacancy = vacancy(enough().put("deadline", "2026-10-25"));

    assertThat(vacancy.deadline().at()).contains(java.time.Instant.parse("2026-10-25T23:00:00Z"));
    assertThat(vacancy.deadline().text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "löpande",
        "Urval sker löpande.",
        "SNARAST",
        "Snarest mulig",
        "jooksvalt",
        "Tills vidare"
      })
  void rollingWordsAreKeptWithoutANotice(String words) {
    ObjectNode draft = enough().put("deadline", words);

    assertThat(vacancy(draft).deadline().text()).contains(words);
    assertThat(vacancy(draft).deadline().at()).isEmpty();
    assertThat(codes(draft)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          05/06/2026               | deadline-not-understood
          i slutet av oktober      | deadline-not-understood
          1753-01-01T00:00:00      | deadline-placeholder
          1970-01-01               | deadline-placeholder
          0                        | deadline-not-understood
          2035-01-01               | deadline-placeholder
          9999-12-31               | deadline-placeholder
          2026-09-30               | deadline-passed
          """)
  void aDeadlineThatHelpsNobodyIsANoticeAndTheVacancyStands(String written, String code) {
    ObjectNode draft = enough().put("deadline", written);

    assertThat(codes(draft)).containsExactly(code);
    assertThat(Drafts.normalised(draft).vacancy()).isPresent();
  }

  @Test
  void aPlaceholderIsNoDeadline() {
    assertThat(vacancy(enough().put("deadline", "1753-01-01T00:00:00")).deadline().at()).isEmpty();
  }

  @Test
  void aPassedDeadlineIsKeptSoThatTheVacancyExpires() {
    Vacancy vacancy = vacancy(enough().put("deadline", "2026-09-30"));

    assertThat(vacancy.stateAt(Drafts.FETCHED)).isEqualTo(State.EXPIRED);
  }

  @Test
  void aFirstPublicationAheadIsAWishToBeShownFromThenOn() {
    Vacancy vacancy = vacancy(enough().put("published", "2026-10-10"));

    assertThat(vacancy.publishFrom()).contains(java.time.Instant.parse("2026-10-09T22:00:00Z"));
    assertThat(vacancy.stateAt(Drafts.FETCHED)).isEqualTo(State.SCHEDULED);
  }

  @Test
  void withoutAnyDateTheFirstSightCounts() {
    ObjectNode draft = enough();
    draft.remove("published");

    assertThat(vacancy(draft).datePosted()).isEqualTo(Drafts.FETCHED);
    assertThat(codes(draft)).isEmpty();
  }

  @Test
  void aPublicationDateThatCannotBeReadIsANotice() {
    ObjectNode draft = enough().put("published", "igår");

    assertThat(vacancy(draft).datePosted()).isEqualTo(Drafts.FETCHED);
    assertThat(codes(draft)).containsExactly("publication-date-not-understood");
  }
}
