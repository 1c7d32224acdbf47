package norrhub.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import norrhub.delivery.DetailIndex;
import norrhub.delivery.archive.ArchivedPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list without texts and the answers for its vacancies. */
class DetailsTest {
  private static final String FEED =
      """
      feeds:
        - id: kraft-jobs
          format: easycruit
          speaksFor: feed
          every: 1m
          expects: { atLeast: 1, dropAtMost: 100 }
          rest:
            url: https://kraft.easycruit.com/export/xml/vacancy/list.xml
            details: { address: "/export/xml/vacancy/{@id}.xml" }
      """;

  @TempDir Path home;
  private IngestFixture fixture;
  private final DetailIndex index = new DetailIndex();

  @BeforeEach
  void open() throws IOException {
    fixture = new IngestFixture(home, FEED);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void anAnswerIsJoinedToTheRecordItWasAskedFor() throws IOException {
    answered("1", detail("1", "Elektriker", "Du drar kablar."));
    answered("2", detail("2", "Montör", "Du bygger elnät."));

    assertThat(polled("1", "2")).contains("2 received, 2 accepted");
    assertThat(fixture.open()).containsExactly("1 Elektriker", "2 Montör");
    assertThat(fixture.notices()).noneMatch(notice -> notice.contains("description-missing"));
  }

  @Test
  void theSameListAndTheSameAnswersAreNotEvenParsed() throws IOException {
    answered("1", detail("1", "Elektriker", "Du drar kablar."));
    polled("1");

    assertThat(polled("1")).startsWith("UNCHANGED");
  }

  @Test
  void anotherAnswerToTheSameListChangesTheVacancy() throws IOException {
    answered("1", detail("1", "Elektriker", "Du drar kablar."));
    polled("1");
    answered("1", detail("1", "Elmontör", "Du drar kablar."));

    assertThat(polled("1")).contains("1 accepted (1 new or changed)");
    assertThat(fixture.open()).containsExactly("1 Elmontör");
  }

  @Test
  void aVacancyWhoseDetailIsRefusedIsReportedAndStaysAsItWas() throws IOException {
    answered("1", detail("1", "Elektriker", "Du drar kablar."));
    answered("2", detail("2", "Montör", "Du bygger elnät."));
    polled("1", "2");
    index.put(request("2"), index.answer(request("2")), Optional.of("HTTP 404"));

    assertThat(polled("1", "2")).contains("2 received, 1 accepted", "1 rejected, 0 withdrawn");
    assertThat(fixture.open()).containsExactly("1 Elektriker", "2 Montör");
    assertThat(fixture.notices())
        .singleElement()
        .asString()
        .startsWith("ERROR | detail-refused | page 1:")
        .endsWith("| 2 |  | HTTP 404");
  }

  @Test
  void whatWasNotAskedForYetWaitsAndTheOthersAreTaken() throws IOException {
    answered("1", detail("1", "Elektriker", "Du drar kablar."));

    assertThat(polled("1", "2")).contains("2 received, 1 accepted", "1 rejected");
    assertThat(fixture.notices()).singleElement().asString().startsWith("INFO | detail-waits");
  }

  @Test
  void aDetailThatIsAWebPageOrAnotherListSpoilsNoOtherVacancy() throws IOException {
    answered("1", detail("1", "Elektriker", "Du drar kablar."));
    answered("2", "<html><body>Logga in</body></html>");
    answered("3", list("1", "2"));

    assertThat(polled("1", "2", "3")).contains("3 received, 1 accepted", "2 rejected");
    assertThat(fixture.notices())
        .hasSize(2)
        .allMatch(notice -> notice.startsWith("ERROR | detail-unreadable"))
        .anyMatch(notice -> notice.contains("web page"));
  }

  @Test
  void aVacancyThatLeavesTheListIsWithdrawnThoughAnotherHasNoDetail() throws IOException {
    for (int n = 1; n <= 12; n++) {
      answered("" + n, detail("" + n, "Montör " + n, "Du bygger elnät."));
    }
    polled("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    index.put(request("2"), Optional.empty(), Optional.of("HTTP 500"));

    assertThat(polled("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"))
        .contains("1 rejected, 0 withdrawn, 1 missing but kept");
    fixture.later(Duration.ofHours(24));
    assertThat(polled("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"))
        .contains("1 withdrawn");
    assertThat(fixture.open()).hasSize(11).contains("2 Montör 2");
  }

  @Test
  void aServerThatGivesTheSameDetailForAllWithdrawsNone() throws IOException {
    answered("1", detail("1", "Elektriker", "Du drar kablar."));
    answered("2", detail("2", "Montör", "Du bygger elnät."));
    polled("1", "2");
    answered("2", detail("1", "Elektriker", "Du drar kablar."));

    assertThat(polled("1", "2")).contains("1 rejected, 0 withdrawn, 0 missing");
    assertThat(fixture.notices()).singleElement().asString().contains("record-key-twice");
  }

  private String polled(String... ids) throws IOException {
    return fixture.polled(List.of(keep("page 1", list(ids)), index.keep(fixture.archive())));
  }

  private void answered(String id, String answer) throws IOException {
    index.put(request(id), Optional.of(keep("/" + id + ".xml", answer)), Optional.empty());
  }

  private ArchivedPart keep(String name, String text) throws IOException {
    return fixture.archive().keep(name, new ByteArrayInputStream(text.getBytes(UTF_8)), 1 << 20);
  }

  private static String request(String id) {
    return DetailIndex.request(
        URI.create("https://kraft.easycruit.com/export/xml/vacancy/" + id + ".xml"));
  }

  private static String list(String... ids) {
    return Arrays.stream(ids)
        .map(id -> vacancy(id, "Annons " + id, ""))
        .collect(
            Collectors.joining("\n", "<VacancyList xmlns=\"urn:EasyCruit\">", "</VacancyList>"));
  }

  private static String detail(String id, String title, String text) {
    return vacancy(id, title, "<Description>" + text + "</Description>");
  }

  private static String vacancy(String id, String title, String description) {
    return """
        <Vacancy id="%s" date_start="2026-11-02" date_end="2026-12-20">
          <Versions><Version language="se"><Title>%s</Title><Location>Skellefteå</Location>%s</Version></Versions>
          <Departments><Department id="7"><Name>Nät</Name>
            <ApplicationURL>https://kraft.easycruit.com/vacancy/application/%s</ApplicationURL>
          </Department></Departments>
        </Vacancy>"""
        .formatted(id, title, description, id);
  }
}
