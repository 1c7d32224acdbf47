package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.vacancy;
import static norrhub.normalise.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import norrhub.vacancy.Contract;
import norrhub.vacancy.Hours;
import norrhub.vacancy.Workplace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "FIXED_TERM"                                           | FIXED_TERM
          "Tillsvidareanställning"                               | PERMANENT
          "Tillsvidareanställning (inkl. eventuell provanställning)" | PERMANENT
          "Tillsvidare, heltid"                                  | PERMANENT
          "tills   vidare"                                       | PERMANENT
          "Vikariat t.o.m. 2027-06-30"                           | SUBSTITUTE
          "Sommarvikariat"                                       | SEASONAL
          "Timvikariat"                                          | HOURLY
          "Fixed-term"                                           | FIXED_TERM
          "neterminuota darbo sutartis"                          | PERMANENT
          "terminuota darbo sutartis"                            | FIXED_TERM
          "kpPX_CNN_gDU"                                         | PERMANENT
          ["FULL_TIME", "TEMPORARY"]                             | FIXED_TERM
          "Vanlig anställning"                                   | UNKNOWN
          "-"                                                    | UNKNOWN
          null                                                   | UNKNOWN
          """)
  void understandsTheFormOfEmployment(String json, Contract expected) {
    assertThat(vacancy(with("contract", json)).employment().contract()).isEqualTo(expected);
    assertThat(codes(with("contract", json))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "Tillsvidareanställning eller vikariat"
          "Visstid med möjlighet till tillsvidareanställning"
          "Ej tillsvidareanställning"
          "Vikariatspool"
          "Konsultuppdrag"
          ["PERMANENT", "TEMPORARY"]
          "Du får en tillsvidareanställning hos oss, och vi erbjuder dig dessutom goda villkor, friskvårdsbidrag, flextid och mycket annat som gör livet gott"
          """)
  void neverGuessesTheFormOfEmployment(String json) {
    assertThat(vacancy(with("contract", json)).employment().contract()).isEqualTo(Contract.UNKNOWN);
    assertThat(codes(with("contract", json))).containsExactly("contract-not-understood");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "FULL"                      | FULL     | true
          "Heltid"                    | FULL     | true
          "HELTID, dagtid"            | FULL     | true
          "100 %"                     | FULL     | true
          "80 %"                      | PART     | true
          "75-100 %"                  | UNKNOWN  | true
          "Deltid 75 %"               | PART     | true
          "nepilna slodze"            | PART     | true
          "Heltid/deltid"             | VARIABLE | true
          "Heltid eller deltid"       | VARIABLE | true
          "Enligt överenskommelse"    | UNKNOWN  | true
          "Inte heltid"               | UNKNOWN  | false
          "Natt"                      | UNKNOWN  | false
          "Heltid, deltid"            | UNKNOWN  | false
          """)
  void understandsTheHoursOrSaysSo(String json, Hours expected, boolean understood) {
    assertThat(vacancy(with("hours", json)).employment().hours()).isEqualTo(expected);
    assertThat(codes(with("hours", json)).isEmpty()).isEqualTo(understood);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "TELECOMMUTE"                      | REMOTE  | true
          "Distans"                          | REMOTE  | true
          "Möjlighet till distansarbete"     | HYBRID  | true
          "Delvis på distans"                | HYBRID  | true
          "Hybrid (på plats, distans)"       | UNKNOWN | false
          "Arbete på plats"                  | ONSITE  | true
          "none"                             | UNKNOWN | true
          "Not remote"                       | UNKNOWN | false
          "Inte på distans"                  | UNKNOWN | false
          """)
  void understandsTheWorkplaceOrSaysSo(String json, Workplace expected, boolean understood) {
    assertThat(vacancy(with("workplace", json)).workplace()).isEqualTo(expected);
    assertThat(codes(with("workplace", json)).isEmpty()).isEqualTo(understood);
  }
}
