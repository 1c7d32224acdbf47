package norrhub.board.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static norrhub.board.Vacancies.KIRUNA;
import static norrhub.board.Vacancies.LULEA;
import static norrhub.board.Vacancies.MALMO;
import static norrhub.board.Vacancies.vacancy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import norrhub.vacancy.Location;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyVersion;
import norrhub.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class IndeedXmlTest {
  private final IndeedXml format = new IndeedXml(Vocabularies.of(Path.of("config")));

  @Test
  void oneVacancyIsAJobForEachPlace() throws Exception {
    Vacancy two = vacancy("region-norrbotten", "1", "Läkare", List.of(LULEA, KIRUNA));
    Document document = parsed(written(two));
    assertThat(texts(document, "city")).containsExactly("Luleå", "Kiruna");
    assertThat(texts(document, "state")).containsOnly("Norrbottens län");
    assertThat(texts(document, "referencenumber"))
        .containsExactly(two.id() + "-1", two.id() + "-2");
    assertThat(texts(document, "requisitionid")).containsOnly(two.id().toString());
    assertThat(texts(document, "url")).containsOnly("https://jobb.example/1");
    assertThat(texts(document, "date")).containsOnly("2026-11-02T08:00:00Z");
    assertThat(texts(document, "expirationdate")).containsOnly("2026-12-31T23:00:00Z");
  }

  @Test
  void aPlaceKeepsItsNumberWhenItIsResolvedLater() throws Exception {
    Vacancy before = vacancy("p", "1", "Läkare", List.of(unresolved("Nårrland"), KIRUNA));
    Vacancy after = vacancy("p", "1", "Läkare", List.of(as(LULEA, "Nårrland"), KIRUNA));
    assertThat(texts(parsed(written(after)), "referencenumber"))
        .isEqualTo(texts(parsed(written(before)), "referencenumber"));
  }

  @Test
  void aPlaceThatBecomesTwoMovesNoNumberBehindIt() throws Exception {
    String text = "Luleå eller Kiruna";
    Vacancy before = vacancy("p", "1", "Läkare", List.of(unresolved(text), MALMO));
    Vacancy after = vacancy("p", "1", "Läkare", List.of(as(LULEA, text), as(KIRUNA, text), MALMO));
    assertThat(numbersByCity(before))
        .isEqualTo(Map.of(text, before.id() + "-1", "Malmö", before.id() + "-2"));
    assertThat(numbersByCity(after))
        .isEqualTo(
            Map.of(
                "Luleå", after.id() + "-1",
                "Kiruna", after.id() + "-1-2",
                "Malmö", after.id() + "-2"));
  }

  @Test
  void aNumberDependsOnNoTextAndFitsInto40Characters() throws Exception {
    List<Location> places =
        IntStream.range(0, 1000).mapToObj(i -> unresolved("Ort " + i + "x".repeat(i))).toList();
    List<Location> others = IntStream.range(0, 1000).mapToObj(i -> unresolved("O" + i)).toList();
    List<String> numbers =
        texts(parsed(written(vacancy("p", "1", "Läkare", places))), "referencenumber");
    assertThat(numbers)
        .hasSize(1000)
        .doesNotHaveDuplicates()
        .allSatisfy(number -> assertThat(number).hasSizeLessThanOrEqualTo(40))
        .isEqualTo(texts(parsed(written(vacancy("p", "1", "Kock", others))), "referencenumber"));
  }

  @Test
  void twoSitesInOneMunicipalityAreOneJobAndTheOthersKeepTheirNumbers() throws Exception {
    Vacancy sites = vacancy("p", "1", "Läkare", List.of(LULEA, as(LULEA, "Gammelstad"), KIRUNA));
    assertThat(texts(parsed(written(sites)), "referencenumber"))
        .containsExactly(sites.id() + "-1", sites.id() + "-3");
  }

  @Test
  void aCountryThatNobodyNamedIsLeftOut() throws Exception {
    Vacancy vacancy = vacancy("p", "1", "Läkare", List.of(unresolved("Utomlands"), KIRUNA));
    assertThat(written(vacancy)).containsOnlyOnce("<country>");
    assertThat(texts(parsed(written(vacancy)), "country")).containsExactly("SE");
    assertThat(texts(parsed(written(vacancy)), "city")).containsExactly("Utomlands", "Kiruna");
  }

  private Map<String, String> numbersByCity(Vacancy vacancy) throws Exception {
    Document document = parsed(written(vacancy));
    List<String> numbers = texts(document, "referencenumber");
    List<String> cities = texts(document, "city");
    return IntStream.range(0, cities.size()).boxed().collect(toMap(cities::get, numbers::get));
  }

  private static Location unresolved(String text) {
    return as(
        new Location(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            text),
        text);
  }

  private static Location as(Location place, String text) {
    return new Location(
        place.city(),
        place.municipalityCode(),
        place.regionCode(),
        place.country(),
        place.postalCode(),
        place.street(),
        text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>R&amp;D ]]> and more ]]></p>",
        "<p>Smileys 🌲, ä ö å, š ž ū, and controls \u0000\u0008\u001f\ufffe</p>",
        "<p>A trick: </job><job><title>x</title></job> and <JOB></p>",
        "<p>]]]]>></p>",
        "lone \ud800 surrogate",
      })
  void whateverATextHoldsItComesOutAsItWentIn(String html) throws Exception {
    Vacancy vacancy = vacancy("p", "1", "Läkare ]]> & <b>", html, List.of(LULEA));
    String document = written(vacancy);
    assertThat(texts(parsed(document), "description"))
        .containsExactly(html.replaceAll("[\u0000\u0008\u001f\ufffe\ud800]", ""));
    assertThat(texts(parsed(document), "title")).containsExactly("Läkare ]]> & <b>");
    assertThat(naive(document)).as("readers that cut at the tags find one job").isEqualTo(1);
  }

  @Test
  void aTruncatedDocumentIsNotCounted() throws Exception {
    byte[] whole = written(vacancy("p", "1", "Läkare", List.of(LULEA))).getBytes(UTF_8);
    assertThat(format.count(new ByteArrayInputStream(whole))).isEqualTo(1);
    for (int cut = 0; cut < whole.length - 2; cut += 7) {
      ByteArrayInputStream part = new ByteArrayInputStream(whole, 0, cut);
      assertThatThrownBy(() -> format.count(part)).isInstanceOf(IOException.class);
    }
  }

  private String written(Vacancy vacancy) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Instant at = Instant.parse("2026-11-22T10:00:00Z");
    DocumentHead head = new DocumentHead("indeed", "Jobba i norr", at, 1, 1);
    format.write(head, Stream.of(new VacancyVersion(vacancy, 1, State.OPEN)), out);
    return out.toString(UTF_8);
  }

  /** Counts as some importers do, without a parser. */
  private static long naive(String document) {
    return Stream.of(document.split("(?i)<job")).skip(1).filter(j -> j.contains("</job>")).count();
  }

  private static Document parsed(String document) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document.getBytes(UTF_8)));
  }

  private static List<String> texts(Document document, String name) {
    var found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .map(Element.class::cast)
        .map(Element::getTextContent)
        .toList();
  }
}
