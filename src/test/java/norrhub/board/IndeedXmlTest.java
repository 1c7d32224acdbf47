package norrhub.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static norrhub.board.Vacancies.KIRUNA;
import static norrhub.board.Vacancies.LULEA;
import static norrhub.board.Vacancies.vacancy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import norrhub.config.ConfigFiles;
import norrhub.config.Home;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyVersion;
import norrhub.vocabulary.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class IndeedXmlTest {
  private final IndeedXml format = new IndeedXml(places());

  static Places places() {
    AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    Path here = Path.of("config");
    beans.registerBean(Home.class, () -> new Home(here, here, here));
    beans.registerBean(ConfigFiles.class, () -> new ConfigFiles(name -> Optional.empty()));
    beans.scan("norrhub.vocabulary");
    beans.refresh();
    return beans.getBean(Places.class);
  }

  @Test
  void oneVacancyIsAJobForEachPlace() throws Exception {
    Vacancy two = vacancy("region-norrbotten", "1", "Läkare", List.of(LULEA, KIRUNA));
    Document document = parsed(written(two));
    assertThat(texts(document, "city")).containsExactly("Luleå", "Kiruna");
    assertThat(texts(document, "state")).containsOnly("Norrbottens län");
    assertThat(texts(document, "referencenumber"))
        .containsExactly(two.id() + "-2580", two.id() + "-2584");
    assertThat(texts(document, "requisitionid")).containsOnly(two.id().toString());
    assertThat(texts(document, "url")).containsOnly("https://jobb.example/1");
    assertThat(texts(document, "date")).containsOnly("2026-11-02T08:00:00Z");
    assertThat(texts(document, "expirationdate")).containsOnly("2026-12-31T23:00:00Z");
  }

  @Test
  void aPlaceKeepsItsNumberWhateverBecomesOfTheOthers() throws Exception {
    String alone = written(vacancy("p", "1", "Läkare", List.of(KIRUNA)));
    String second = written(vacancy("p", "1", "Läkare", List.of(LULEA, KIRUNA)));
    assertThat(texts(parsed(second), "referencenumber"))
        .containsAll(texts(parsed(alone), "referencenumber"));
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
    return java.util.stream.IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .map(Element.class::cast)
        .map(Element::getTextContent)
        .toList();
  }
}
