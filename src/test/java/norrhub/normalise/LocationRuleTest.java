package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.vacancy;
import static norrhub.normalise.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import norrhub.mapping.Draft;
import norrhub.vacancy.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationRuleTest {

  /** Locations as municipality/county/country/city, one after the other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # by code or name
          {"municipality": "2580"}                              | 2580/25/SE/-
          {"municipality": 2580}                                | 2580/25/SE/-
          {"municipality": "Luleå"}                             | 2580/25/SE/-
          {"municipality": "LULEÅ KOMMUN"}                      | 2580/25/SE/-
          {"municipality": "Bodens kommun"}                     | 2582/25/SE/-
          {"municipality": "Haparanda stad"}                    | 2583/25/SE/-
          {"municipality": "2580", "city": "Råneå"}             | 2580/25/SE/Råneå
          {"municipality": "0180"}                              | 0180/01/SE/-
          {"municipality": 180, "city": "Stockholm"}            | 0180/01/SE/Stockholm
          # by town, village or site, however it is written
          {"city": "Gammelstad"}                                | 2580/25/SE/Gammelstad
          {"city": "Lulea"}                                     | 2580/25/SE/Lulea
          {"city": "Skellefteå", "country": "SE"}               | 2482/24/SE/Skellefteå
          {"city": "Umeå", "region": "Västerbottens län"}       | 2480/24/SE/Umeå
          {"city": "Giron"}                                     | 2584/25/SE/Giron
          "Sunderby sjukhus"                                    | 2580/25/SE/-
          "Sunderby sjukhus, Luleå"                             | 2580/25/SE/Luleå
          "Aitik"                                               | 2523/25/SE/-
          "Rönnskär, Skelleftehamn"                             | 2482/24/SE/Skelleftehamn
          "Storgatan 1, 972 31 Luleå"                           | 2580/25/SE/Luleå
          "Forsmark"                                            | 0382/03/SE/-
          # several
          "Luleå/Boden"                                         | 2580/25/SE/Luleå 2582/25/SE/Boden
          "Luleå och Boden"                                     | 2580/25/SE/Luleå 2582/25/SE/Boden
          ["Kiruna", {"municipality": "2523"}]                  | 2584/25/SE/Kiruna 2523/25/SE/-
          ["Kiruna", "Kiruna"]                                  | 2584/25/SE/Kiruna
          # a county or a country only
          "Norrbottens län"                                     | -/25/SE/-
          "Norrbotten, Sverige"                                 | -/25/SE/-
          {"region": "Norrbotten County"}                       | -/25/SE/-
          {"region": "SE-AC"}                                   | -/24/SE/-
          "Sverige"                                             | -/-/SE/-
          {"country": "199"}                                    | -/-/SE/-
          # abroad
          {"city": "Tallinn", "country": "Eesti"}               | -/-/EE/Tallinn
          "Tallinn, Estonia"                                    | -/-/EE/-
          {"city": "Boden", "country": "CH"}                    | -/-/CH/Boden
          "Chicago, IL, United States"                          | -/-/US/-
          {"city": "Tbilisi", "country": "Georgia"}             | -/-/GE/Tbilisi
          # words that are no place
          {"city": "hela länet", "region": "Norrbottens län"}   | -/25/SE/-
          {"city": "Remote", "country": "SE"}                   | -/-/SE/-
          """)
  void understandsAPlace(String json, String expected) {
    var draft = with("locations", json);

    assertThat(vacancy(draft).locations().stream().map(LocationRuleTest::shown))
        .as(json)
        .containsExactly(expected.split(" (?=[-0-9])"));
    assertThat(codes(draft)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "Långtbortistan"                                      | -/-/-/-               | location-not-known
          {"city": "Hudiksvall"}                                | -/-/-/Hudiksvall      | location-not-known
          {"city": "Hudiksvall", "region": "Gävleborg"}         | -/21/SE/Hudiksvall    | location-not-known
          {"municipality": "2599"}                              | -/-/-/-               | location-not-known
          {"municipality": "9999"}                              | -/-/-/-               | location-not-known
          {"city": "Berg", "region": "Stockholms län"}          | -/-/SE/Berg           | location-contradicts-itself
          "Chicago, IL"                                         | -/-/-/-               | location-not-known
          "Atlanta, Georgia"                                    | -/-/-/-               | location-not-known
          {"city": "Luleå", "country": "Mordor"}                | 2580/25/SE/Luleå      | country-not-known
          """)
  void whatIsNotKnownIsANoticeAndNoGuess(String json, String expected, String code) {
    var draft = with("locations", json);

    assertThat(vacancy(draft).locations().stream().map(LocationRuleTest::shown))
        .containsExactly(expected);
    assertThat(codes(draft)).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []
          null
          "Distans"
          {"text": "Ospecificerad arbetsort"}
          {"city": "-", "country": null}
          {}
          17.5e-300
          """)
  void withoutAPlaceItSaysSo(String json) {
    var draft = with("locations", json);

    assertThat(Drafts.normalised(draft).vacancy()).isPresent();
    assertThat(codes(draft)).containsAnyOf("location-missing", "location-not-known");
  }

  @Test
  void theSourcesOwnWordsAreKept() {
    Location place =
        vacancy(
                with(
                    "locations",
                    """
                    {"street": "Storgatan 1", "postalCode": "SE-972 31", "city": "Luleå"}
                    """))
            .locations()
            .get(0);

    assertThat(place.rawText()).isEqualTo("Storgatan 1, SE-972 31, Luleå");
    assertThat(place.postalCode()).contains("97231");
    assertThat(place.street()).contains("Storgatan 1");
  }

  private static String shown(Location place) {
    return java.util.stream.Stream.of(
            place.municipalityCode(), place.regionCode(), place.country(), place.city())
        .map((Optional<String> part) -> part.orElse("-"))
        .collect(Collectors.joining("/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Luleå      | 2580/25/SE/Luleå
          2580       | 2580/25/SE/-
          Råneå      | 2580/25/SE/Råneå
          Norrbotten | -/25/SE/-
          """)
  void aRecordThatNamesNoPlaceGetsTheOneOfItsFeed(String place, String expected) {
    for (String nothing :
        List.of("[]", "null", "\" \"", "{\"city\": \"\"}", "[{\"text\": null}]")) {
      Normalised made = at(place, nothing);
      assertThat(made.vacancy().orElseThrow().locations().stream().map(LocationRuleTest::shown))
          .containsExactly(expected);
      assertThat(made.findings())
          .extracting(finding -> finding.kind().code())
          .containsExactly("location-given-by-admin");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Kiruna\"", "\"Remote\"", "\"Mumindalen\"", "{\"country\": \"NO\"}"})
  void aRecordThatNamesAnyPlaceKeepsItsOwn(String written) {
    Normalised made = at("Luleå", written);
    assertThat(made.vacancy().orElseThrow().locations())
        .isEqualTo(vacancy(with("locations", written)).locations());
    assertThat(made.findings())
        .extracting(finding -> finding.kind().code())
        .doesNotContain("location-given-by-admin");
  }

  private static Normalised at(String place, String locations) {
    NormalisationContext context =
        new NormalisationContext(
            Drafts.STEGRA,
            Drafts.INTAKE.id(),
            Drafts.INTAKE.sourceKey(),
            Drafts.FETCHED,
            Optional.of(place),
            Drafts.VOCABULARY);
    return Drafts.NORMALISER.normalise(new Draft(with("locations", locations)), context);
  }
}
