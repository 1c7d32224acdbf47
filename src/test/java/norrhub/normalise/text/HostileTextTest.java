package norrhub.normalise.text;

import static norrhub.normalise.Drafts.enough;
import static norrhub.normalise.Drafts.json;
import static norrhub.normalise.Drafts.normalised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import norrhub.normalise.Normalised;
import norrhub.vacancy.Vacancy;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What others collected to break things, put into every field. */
class HostileTextTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final Set<String> TAGS =
      Set.of("p", "br", "ul", "ol", "li", "strong", "em", "b", "i", "h2", "h3", "h4", "a");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");
  private static final List<String> FIELDS =
      List.of(
          "title",
          "language",
          "descriptionHtml",
          "descriptionText",
          "requisition",
          "published",
          "publishFrom",
          "deadline",
          "workplace",
          "contract",
          "hours",
          "scope",
          "openings",
          "applyUrl",
          "adUrl",
          "applyEmail",
          "employer",
          "locations",
          "occupations");

  @Test
  void noScriptSurvivesInADescription() throws IOException {
    for (JsonNode attack : corpus("xss-dompurify/payloads.json")) {
      String payload = attack.path("payload").asText();
      ObjectNode draft = enough().put("descriptionHtml", payload);
      Vacancy vacancy = normalised(draft).vacancy().orElseThrow();

      assertSafe(vacancy.texts().descriptionHtml(), payload);
      assertSafe(HtmlSanitizer.sanitised(vacancy.texts().descriptionHtml()), payload);
    }
  }

  /** Where foreign elements were dropped around others, the second time may still tidy up. */
  @Test
  void sanitisingAgainAndAgainSettles() throws IOException {
    for (JsonNode attack : corpus("xss-dompurify/payloads.json")) {
      String twice =
          HtmlSanitizer.sanitised(HtmlSanitizer.sanitised(attack.path("payload").asText()));

      assertThat(HtmlSanitizer.sanitised(twice)).isEqualTo(twice);
    }
  }

  @Test
  void naughtyStringsComeThroughWholeOrAreRefusedInEveryField() throws IOException {
    for (JsonNode naughty : corpus("blns/blns.json")) {
      for (String field : FIELDS) {
        ObjectNode draft = enough();
        draft.set(field, naughty);
        Normalised result = normalised(draft);

        assertThat(result).isEqualTo(normalised(draft.deepCopy()));
        result.vacancy().ifPresent(vacancy -> assertClean(vacancy, naughty.asText()));
      }
    }
  }

  @Test
  void aNaughtyTitleIsTheSameTitle() throws IOException {
    for (JsonNode naughty : corpus("blns/blns.json")) {
      String seen = UNSEEN.matcher(naughty.asText()).replaceAll("");
      normalised(enough().put("title", naughty.asText()))
          .vacancy()
          .map(Vacancy::title)
          .ifPresent(title -> assertThat(bare(title)).isEqualTo(bare(seen)));
    }
  }

  @Test
  void aDraftOfAnyShapeIsNormalised() {
    List<String> shapes = List.of("null", "true", "-1e308", "\"\"", "[]", "{}", "[[{}]]", "[null]");
    for (String field : FIELDS) {
      for (String shape : shapes) {
        ObjectNode draft = enough();
        draft.set(field, json("{\"x\": " + shape + "}").get("x"));

        assertThat(normalised(draft)).isEqualTo(normalised(draft.deepCopy()));
      }
    }
  }

  private static void assertSafe(String html, String payload) {
    for (Element element : Jsoup.parseBodyFragment(html).body().select("body *")) {
      assertThat(TAGS).as(payload).contains(element.normalName());
      element
          .attributes()
          .forEach(attribute -> assertThat(attribute.getKey()).as(payload).isIn("href", "rel"));
      assertThat(element.attr("href")).as(payload).matches("(?i)(https?://.*|mailto:.*)?");
    }
  }

  private static void assertClean(Vacancy vacancy, String naughty) {
    assertSafe(vacancy.texts().descriptionHtml(), naughty);
    assertThat(vacancy.toString()).as(naughty).doesNotContainPattern(UNSEEN);
  }

  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll(
            "[\\s\\p{Z}\\u200b\\u2060\\u206a-\\u206f\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff]", "")
        .replaceAll("[\\x{e0000}-\\x{e007f}]", "");
  }

  private static List<JsonNode> corpus(String name) throws IOException {
    Path file = CORPORA.resolve(name);
    assumeTrue(Files.exists(file), "The corpora of ../shared are not here: " + file);
    JsonNode all = new ObjectMapper().readTree(file.toFile());
    return StreamSupport.stream(all.spliterator(), false).toList();
  }
}
