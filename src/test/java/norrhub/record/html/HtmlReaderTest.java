package norrhub.record.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import norrhub.record.Limits;
import norrhub.record.NoSettings;
import norrhub.record.Parts;
import norrhub.record.Parts.Outcome;
import norrhub.record.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
  private static final String PAGE = "<!doctype html><html><head>%s</head><body></body></html>";
  private static final String SCRIPT = "<script type=\"application/ld+json\">%s</script>";
  @TempDir Path folder;

  private Outcome read(String page) throws IOException {
    return read(page.getBytes(UTF_8));
  }

  private Outcome read(byte[] page) throws IOException {
    return Parts.read(new HtmlReader(), Parts.of(folder, page), new NoSettings());
  }

  private static String page(String json) {
    return PAGE.formatted(SCRIPT.formatted(json));
  }

  private static List<String> titles(Outcome outcome) {
    return outcome.readings().stream()
        .map(reading -> ((SourceRecord) reading).content().at("/posting/title").asText())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type=\"application/ld+json\" nonce=\"x\">",
        "<script nonce='x' data-n type='application/ld+json'>",
        "<SCRIPT TYPE=application/LD+JSON>",
        "<script id=a type=\" application/ld+json; charset=utf-8\">"
      })
  void attributesOfTheScriptMayStandInAnyOrder(String tag) throws IOException {
    String script = tag + "{\"@type\":\"JobPosting\",\"title\":\"Kock\"}</script>";

    assertThat(titles(read(PAGE.formatted(script)))).containsExactly("Kock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@type\":\"JobPosting\",\"title\":\"Kock\"}",
        "{\"@type\":[\"Thing\",\"JobPosting\"],\"title\":\"Kock\"}",
        "{\"@type\":\"https://schema.org/JobPosting\",\"title\":\"Kock\"}",
        "[{\"@type\":\"WebSite\"},{\"@type\":\"JobPosting\",\"title\":\"Kock\"}]",
        "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\"},"
            + "{\"@type\":\"JobPosting\",\"title\":\"Kock\"}]}",
        "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":"
            + "{\"@type\":\"JobPosting\",\"title\":\"Kock\"}}]}",
        "<!-- {\"@type\":\"JobPosting\",\"title\":\"Kock\"} -->",
        "//<![CDATA[\n{\"@type\":\"JobPosting\",\"title\":\"Kock\"}\n//]]>",
        "/* <![CDATA[ */ {\"@type\":\"JobPosting\",\"title\":\"Kock\",} /* ]]> */",
        "{&quot;@type&quot;:&quot;JobPosting&quot;,&quot;title&quot;:&quot;Kock&quot;}",
        "{\"@type\":\"JobPosting\",\"title\":\"Kock\"};"
      })
  void thePostingIsFoundWhereverItStandsInTheScript(String json) throws IOException {
    assertThat(titles(read(page(json)))).containsExactly("Kock");
  }

  @Test
  void aPageMayHoldSeveralPostingsInSeveralScripts() throws IOException {
    String posting = "{\"@type\":\"JobPosting\",\"title\":\"%s\"}";
    Outcome outcome =
        read(
            PAGE.formatted(
                SCRIPT.formatted("{\"@type\":\"Organization\"}")
                    + "\n"
                    + SCRIPT.formatted(posting.formatted("Kock"))
                    + "\n"
                    + SCRIPT.formatted(
                        "["
                            + posting.formatted("Städare")
                            + ","
                            + posting.formatted("Ekonom")
                            + "]")));

    assertThat(titles(outcome)).containsExactly("Kock", "Städare", "Ekonom");
    assertThat(outcome.places())
        .containsExactly("part:2 script 2", "part:3 script 3 /0", "part:3 script 3 /1");
  }

  @Test
  void lineEndsWithinTextsAreReadAsTheyStand() throws IOException {
    Outcome outcome =
        read(
            page(
                "{\"@type\":\"JobPosting\",\"title\":\"Kock\",\"description\":\"rad 1\nrad\t2\"}"));

    assertThat(content(outcome).at("/posting/description").asText()).isEqualTo("rad 1\nrad\t2");
  }

  @Test
  void whatThePageSaysOfItselfComesWithThePosting() throws IOException {
    Outcome outcome =
        read(
            "<html lang=\"sv-SE\"><head><title>Kock – Acme</title>"
                + "<link rel=\"canonical\" href=\"https://jobb.example.com/1\">"
                + SCRIPT.formatted("{\"@type\":\"JobPosting\"}")
                + "</head></html>");

    assertThat(content(outcome).path("page"))
        .hasToString(
            "{\"url\":\"https://jobb.example.com/1\",\"language\":\"sv-SE\","
                + "\"title\":\"Kock – Acme\"}");
  }

  @Test
  void whatIsOnlyNamedByItsIdIsPutIn() throws IOException {
    Outcome outcome =
        read(
            page(
                "{\"@graph\":[{\"@type\":\"Organization\",\"@id\":\"#org\",\"name\":\"Acme\"},"
                    + "{\"@type\":\"JobPosting\",\"hiringOrganization\":{\"@id\":\"#org\"},"
                    + "\"jobLocation\":[{\"@id\":\"#away\"}]}]}"));

    assertThat(content(outcome).at("/posting/hiringOrganization/name").asText()).isEqualTo("Acme");
    assertThat(content(outcome).at("/posting/jobLocation/0/@id").asText()).isEqualTo("#away");
  }

  @Test
  void aPostingThatIsNotJsonIsReportedAndOtherScriptsAreNot() throws IOException {
    Outcome outcome =
        read(
            PAGE.formatted(
                SCRIPT.formatted("{\"@type\":\"JobPosting\",\"title\":\"5\" skärm\"}")
                    + SCRIPT.formatted("{oops")
                    + SCRIPT.formatted("{\"@type\":\"JobPosting\",\"title\":\"Kock\"}")));

    assertThat(outcome.contents()).hasSize(2).first().isEqualTo("page-script-malformed");
    assertThat(outcome.code()).isEmpty();
  }

  @Test
  void theCharacterSetIsFoundOut() throws IOException {
    String json = "{\"@type\":\"JobPosting\",\"title\":\"Överläkare – Luleå\"}";
    Charset western = Charset.forName("windows-1252");
    String lying = "<meta charset=\"utf-8\">" + SCRIPT.formatted(json);
    String declared = "<meta charset=\"iso-8859-1\">" + SCRIPT.formatted(json);

    for (byte[] bytes :
        List.of(
            page(json).getBytes(UTF_8),
            PAGE.formatted(declared).getBytes(UTF_8),
            page(json).getBytes(western),
            page(json).getBytes(UTF_16),
            PAGE.formatted(lying).getBytes(western),
            PAGE.formatted(declared).getBytes(western))) {
      assertThat(titles(read(bytes))).containsExactly("Överläkare – Luleå");
    }
    assertThat(titles(read(PAGE.formatted(declared.replace("–", "-")).getBytes(ISO_8859_1))))
        .containsExactly("Överläkare - Luleå");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                      | part-empty",
        "%PDF-1.7                                | part-is-binary",
        "<html><title>Logga in</title></html>    | part-wrong-root",
        "{\"jobs\":[]}                           | part-wrong-root",
      })
  void whatIsWrongWithAPartIsReported(String page, String code) throws IOException {
    assertThat(read(page).code()).isEqualTo(code);
  }

  @Test
  void everythingThatCanGrowHasALimit() throws IOException {
    HtmlReader reader = new HtmlReader(new Limits(10, 20_000, 50, 5, 3, Duration.ofSeconds(10)));
    for (String page :
        List.of(
            "<p>".repeat(20_000),
            page("[".repeat(50)),
            page("[" + "1,".repeat(60) + "1]"),
            page("{\"" + "x".repeat(2_000) + "\":1}"))) {
      assertThat(Parts.read(reader, Parts.of(folder, page), new NoSettings()).code())
          .isEqualTo("part-over-limit");
    }
  }

  private static JsonNode content(Outcome outcome) {
    return ((SourceRecord) outcome.readings().get(0)).content();
  }
}
