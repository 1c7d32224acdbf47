package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.config.ConfigFiles;
import norrhub.config.Home;
import norrhub.record.PartFile;
import norrhub.record.Readers;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payloads of real systems, where they lie beside the house, become whole drafts. */
class RealPayloadsTest {
  private static final Path SAMPLES = Path.of("../shared/samples");
  private static final Formats FORMATS =
      new Formats(
          new Home(Path.of("config"), Path.of("routes"), Path.of("data")),
          new ConfigFiles(name -> Optional.empty()),
          Readers.all(),
          Readers.repairs());

  @ParameterizedTest
  @CsvSource({
    "hrxml-platsbanken, hrxml-platsbanken/sample.xml",
    "teamtailor-feed, teamtailor/teamtailor_tibber_jobs.json",
    "teamtailor-feed, teamtailor/teamtailor_chalhoubgroup_jobs_page1.json",
    "teamtailor-feed, teamtailor/teamtailor_chalhoubgroup_jobs_page2.json"
  })
  void aRealPayloadBecomesWholeDrafts(String format, String sample) throws Exception {
    Path file = SAMPLES.resolve(sample);
    Assumptions.assumeTrue(Files.exists(file), file + " is not here: nothing to test against");

    List<Draft> drafts = drafts(FORMATS.find(format).orElseThrow(), file);

    assertThat(drafts).isNotEmpty();
    for (Draft draft : drafts) {
      assertThat(DraftFields.unknown(draft.fields())).isEmpty();
      assertThat(Stream.of("title", "applyUrl").map(draft::text)).doesNotContain(Optional.empty());
      assertThat(Draft.text(draft.fields().at("/employer/name"))).isPresent();
      assertThat(draft.list("locations")).isNotEmpty();
      assertThat(
              Stream.of("descriptionHtml", "descriptionText")
                  .map(draft::list)
                  .flatMap(List::stream))
          .isNotEmpty();
      assertThat(Stream.of("published", "publishFrom").map(draft::text).flatMap(Optional::stream))
          .isNotEmpty();
    }
  }

  private static List<Draft> drafts(Format format, Path file) throws Exception {
    List<Draft> drafts = new ArrayList<>();
    try (RecordStream records = format.open(new PartFile(file.toString(), file))) {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        SourceRecord record = (SourceRecord) next.get();
        assertThat(format.key(record.content())).isPresent();
        drafts.add(format.map(record.content(), format.needs()).draft());
      }
    }
    return drafts;
  }
}
