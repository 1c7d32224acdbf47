package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.enough;
import static norrhub.normalise.Drafts.json;
import static norrhub.normalise.Drafts.normalised;
import static norrhub.normalise.Drafts.vacancy;
import static norrhub.normalise.Drafts.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          " Läkare \\t till\\nKiruna\\u00a0 "   | Läkare till Kiruna
          "La\\u0308kare"                       | Läkare
          "Lä\\u200bkare\\u0000"                | Läkare
          "\\u202eerakäL"                       | erakäL
          "Läkare \\ud83d\\ude00 \\ud83d"       | Läkare 😀
          2026                                  | 2026
          """)
  void aTitleIsOneLineOfWhatCanBeSeen(String json, String expected) {
    assertThat(vacancy(with("title", json)).title()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\" \\u00a0\\u200b\"",
        "\"N/A\"",
        "\"-\"",
        "\"[[title]]\"",
        "[]",
        "{\"sv\": \"Läkare\"}"
      })
  void withoutATitleTheRecordIsRejected(String json) {
    assertThat(normalised(with("title", json)).vacancy()).isEmpty();
    assertThat(codes(with("title", json))).containsExactly("title-missing");
  }

  @ParameterizedTest
  @CsvSource({
    "Läkare (kopia),title-looks-like-copy",
    "<b>Läkare</b>,title-has-markup",
    "Drift &amp; underhåll,title-has-markup"
  })
  void aTitleThatLooksWrongIsPublishedWithANotice(String title, String code) {
    assertThat(vacancy(enough().put("title", title)).title()).isEqualTo(title);
    assertThat(codes(enough().put("title", title))).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kopiatekniker", "C < D & A > B", "Ingenjör R&D"})
  void anOrdinaryTitleIsNone(String title) {
    assertThat(codes(enough().put("title", title))).isEmpty();
  }

  @Test
  void aLongTitleIsCutBetweenCharacters() {
    var draft = enough().put("title", "a".repeat(498) + "😀".repeat(9));

    assertThat(vacancy(draft).title()).isEqualTo("a".repeat(498) + "…");
    assertThat(codes(draft)).containsExactly("title-too-long");
  }

  @ParameterizedTest
  @CsvSource({
    "sv,sv",
    "SV,sv",
    "sv-SE,sv",
    "en_GB,en",
    "swe,sv",
    "Svenska,sv",
    "english,en",
    "Eesti,et",
    "latviešu,lv",
    "lietuvių,lt"
  })
  void theLanguageIsKnownByCodeOrName(String written, String expected) {
    assertThat(vacancy(enough().put("language", written)).texts().language()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SE", "klingonska", "1"})
  void aLanguageThatIsNotKnownIsNoneAtAll(String written) {
    assertThat(vacancy(enough().put("language", written)).texts().language()).isEqualTo("und");
    assertThat(codes(enough().put("language", written))).containsExactly("language-not-known");
  }

  @Test
  void withoutALanguageThePartnersCounts() {
    assertThat(vacancy(enough()).texts().language()).isEqualTo("sv");
  }

  @Test
  void aReferenceIsKept() {
    assertThat(vacancy(enough().put("requisition", " 2026/28 ")).requisition()).contains("2026/28");
    assertThat(codes(enough().put("requisition", "x".repeat(101))))
        .containsExactly("requisition-too-long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"scheme": "ssyk-2012", "code": "2221", "label": "Sjuksköterska"} | ssyk-2012 2221 |
          {"scheme": "jobtech", "code": "bXNH_MNX_dUR"}                     | jobtech bXNH_MNX_dUR |
          {"label": "Tekniker"}                                             | vendor Tekniker |
          "Tekniker"                                                        | vendor Tekniker |
          {"scheme": "ssyk-2012", "code": "läkare"}     | vendor läkare   | occupation-code-wrong
          {"scheme": "OccupationGroupID", "code": "17"} | vendor 17       | occupation-code-wrong
          """)
  void occupationsKeepTheSourcesCode(String json, String expected, String code) {
    var draft = with("occupations", json);

    assertThat(vacancy(draft).occupations())
        .singleElement()
        .satisfies(o -> assertThat(o.scheme() + " " + o.code()).isEqualTo(expected));
    assertThat(codes(draft))
        .isEqualTo(code == null ? java.util.List.of() : java.util.List.of(code));
  }

  @Test
  void aDraftThatIsNoObjectIsRejectedNotStumbledOver() {
    assertThat(
            normalised(json("{\"title\": [[1]], \"locations\": [[[]]], \"employer\": 7}"))
                .vacancy())
        .isEmpty();
  }
}
