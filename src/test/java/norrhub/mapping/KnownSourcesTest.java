package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;
import norrhub.record.PartFile;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.repair.Readers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the fields that real payloads hold, each is in a golden sample or ignored by name. */
class KnownSourcesTest {
  private static final Path SAMPLES = Path.of("../shared/samples");
  private static final Formats FORMATS =
      new Formats(
          new HubDirectories(Path.of("config"), Path.of("routes"), Path.of("data")),
          new ConfigFiles(name -> Optional.empty()),
          Readers.all(),
          Readers.repairs());

  @ParameterizedTest
  @CsvSource({
    "ashby, ashby/careerkit-ashby.json",
    "eures-hrxml, hrxml-eures/ad_1.xml",
    "eures-hrxml, hrxml-eures/ad_with_experience.xml",
    "greenhouse, greenhouse/careerkit-greenhouse.json",
    "hrxml-platsbanken, hrxml-platsbanken/sample.xml",
    "lever, lever/careerkit-lever.json",
    "nav, nav/elektriker_page1.json",
    "personio, personio/rtc_rath_positions.xml",
    "personio, personio/cyberradar-personio.xml",
    "reachmee-rest, reachmee/rest-shape-from-test.json",
    "reachmee-rss, reachmee/rss-oru-documented-excerpt.xml",
    "recruitee, recruitee/germanzeroev_offers.json",
    "rss, other-rss/careerkit-neogov.xml",
    "smartrecruiters, smartrecruiters/careerkit-smartrecruiters.json",
    "successfactors-xml, successfactors/successfactors_colgate_jobs.xml",
    "teamtailor-feed, teamtailor/teamtailor_tibber_jobs.json",
    "teamtailor-feed, teamtailor/teamtailor_chalhoubgroup_jobs_page1.json",
    "teamtailor-feed, teamtailor/teamtailor_chalhoubgroup_jobs_page2.json",
    "teamtailor-rest, teamtailor/rest-v1-jobs.json",
    "visma-recruit, visma-recruit/assignment-list-shape-from-test.xml",
    "workable, workable/careerkit-workable.json",
    "workable, workable/spi-jobs.json",
    "workday-cxs, workday/careerkit-workday.json",
  })
  void noFieldOfARealPayloadIsUnknown(String id, String sample) throws Exception {
    Path file = SAMPLES.resolve(sample);
    Assumptions.assumeTrue(Files.exists(file), file + " is not here: nothing to test against");
    Format format = FORMATS.find(id).orElseThrow();

    Set<String> unknown = new TreeSet<>();
    try (RecordStream records = format.open(new PartFile(sample, file))) {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        if (next.get() instanceof SourceRecord record) {
          format
              .map(record.content(), format.needs())
              .findings()
              .forEach(finding -> unknown.add(finding.value()));
        }
      }
    }

    assertThat(unknown).isEmpty();
  }
}
