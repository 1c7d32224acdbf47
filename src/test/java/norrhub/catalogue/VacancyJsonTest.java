package norrhub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.Golden;
import norrhub.Sample;
import norrhub.board.Vacancies;
import norrhub.vacancy.Deadline;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyVersion;
import org.junit.jupiter.api.Test;

/**
 * What is stored and published stays byte for byte, however the class is built: another byte is
 * another content hash, a new version of every vacancy, and an event for each.
 */
class VacancyJsonTest {
  private static final Path GOLDEN = Path.of("src/test/resources/norrhub/catalogue/vacancies.txt");

  /** Nothing in it that may be missing. */
  private static final String BARE =
      """
      {"id":"00000000000000000000000000000001","partner":"p","sourceKey":"1",\
      "datePosted":"2026-11-01T08:00:00Z","deadline":{},"language":"und","title":"Läkare",\
      "descriptionHtml":"","descriptionText":"","employer":{"name":"Region","unitPath":[]},\
      "locations":[],"workplace":"UNKNOWN","contract":"UNKNOWN","hours":"UNKNOWN",\
      "occupations":[],"application":{"applyEmail":"jobb@example.org"}}""";

  private static final List<Vacancy> VACANCIES =
      List.of(
          Vacancies.doctor("1"),
          Sample.vacancy(
              "2",
              "Sjuksköterska",
              Optional.of(Sample.NOON),
              new Deadline(Optional.empty(), Optional.of("löpande"))),
          VacancyJson.vacancy(BARE));

  @Test
  void contentHashAndPublishedFormAreThoseThatTheyWere() throws IOException {
    Golden.check(
        GOLDEN,
        VACANCIES.stream()
            .flatMap(
                vacancy ->
                    Stream.of(
                        VacancyJson.content(vacancy),
                        "%016x".formatted(Hash.of(VacancyJson.content(vacancy))),
                        VacancyJson.published(new VacancyVersion(vacancy, 3, State.OPEN))
                            .toString()))
            .collect(Collectors.joining("\n", "", "\n")));
    assertThat(VacancyJson.content(VacancyJson.vacancy(BARE))).isEqualTo(BARE);
  }

  @Test
  void whatIsStoredIsReadAsItWas() {
    assertThat(VACANCIES)
        .allSatisfy(
            vacancy ->
                assertThat(VacancyJson.vacancy(VacancyJson.content(vacancy))).isEqualTo(vacancy));
  }
}
