package norrhub.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static norrhub.ingest.KraftJobs.feed;
import static norrhub.ingest.KraftJobs.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import norrhub.Sample;
import norrhub.delivery.Deliveries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is said of a delivery as a whole is heard among any number of notices, and said once. */
@ExtendWith(OutputCaptureExtension.class)
class AlarmTest {
  /** More than are kept of one delivery. */
  private static final int MANY = 6_000;

  @TempDir Path home;
  private IngestFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new IngestFixture(home, feed("feed", 30));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aLargeFeedWithANoticeARecordThatShrinksIsHeldBackAndFailing(CapturedOutput log)
      throws IOException {
    fixture.apply(doubtful(10 * MANY / 6));
    assertThat(fixture.isFailing()).isFalse();
    // What is left has more notices than are kept; the guard speaks last.
    String shrunk = doubtful(MANY) + "\n";

    assertThat(fixture.apply(shrunk)).contains("0 withdrawn, 4000 missing but kept");
    assertThat(fixture.trouble().orElseThrow()).contains("4000 of 10000 missing");
    assertThat(fixture.notices()).hasSize(5_001).first().asString().contains("withdrawal-too-many");
    assertThat(log).contains("withdrawal-too-many-absent");
  }

  @Test
  void aFeedOfChangesIsAskedAgainForWhatCouldNotBeReadBehindAnyNumberOfNotices()
      throws IOException {
    fixture = fixture.reopened(home, feed("changes", 30));
    fixture.apply(file(2));
    fixture.later(Duration.ofHours(1));
    fixture.apply(doubtful(MANY) + "K1;\"Montör");

    assertThat(fixture.trouble().orElseThrow()).contains("The file ends too early");
    assertThat(fixture.bean(Deliveries.class).lastWhole("kraft-jobs")).contains(Sample.NOON);
    fixture.apply(doubtful(MANY));
    assertThat(fixture.bean(Deliveries.class).lastWhole("kraft-jobs"))
        .contains(Sample.NOON.plus(Duration.ofHours(1)));
    assertThat(fixture.isFailing()).isFalse();
  }

  @Test
  void whatTheGuardHoldsBackIsReportedOnceAndStaysWithItsBeginningUntilItEnds(CapturedOutput log)
      throws IOException {
    polled(file(100));
    fixture.later(Duration.ofMinutes(1));
    polled(file(10));
    Optional<?> since = fixture.report().troubledSince();
    for (int poll = 0; poll < 20; poll++) {
      fixture.later(Duration.ofMinutes(1));
      polled(file(10));
      assertThat(fixture.trouble().orElseThrow()).contains("90 of 100 missing");
      assertThat(fixture.report().troubledSince()).isEqualTo(since);
      assertThat(fixture.report().last().orElseThrow().heldBack()).isEqualTo(90);
    }

    assertThat(lines(log, "withdrawal-too-many-absent")).hasSize(1);
    assertThat(rows()).isEqualTo(2);
    polled(file(100));
    assertThat(fixture.isFailing()).isFalse();
    assertThat(lines(log, "is well again")).hasSize(1);
  }

  @Test
  void anAnswerThatBreaksOffInTheSamePlaceIsReportedOnce(CapturedOutput log) throws IOException {
    polled(file(10));
    String cut = file(10).replace("K3;", ";") + "K13;\"Montör";
    for (int poll = 0; poll < 10; poll++) {
      polled(cut);
    }

    assertThat(lines(log, "part-cut-off")).hasSize(1);
    assertThat(lines(log, "record-without-key")).hasSize(1);
    assertThat(lines(log, "withdrawal-not-proven")).hasSize(1);
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void afterAnyNumberOfSamesTheCountsOfWhatWasReadStayVisible() throws IOException {
    polled(doubtful(12));
    for (int poll = 0; poll < 3; poll++) {
      assertThat(polled(doubtful(12)))
          .isEqualTo(
              "UNCHANGED: the same as kraft-jobs-1: 12 received, 12 accepted, 0 rejected, 12 notices");
    }
  }

  private String polled(String csv) throws IOException {
    var part =
        fixture.archive().keep("page 1", new ByteArrayInputStream(csv.getBytes(UTF_8)), 1 << 30);
    return fixture.polled(List.of(part));
  }

  private int rows() {
    return fixture.db().sql("select count(*) from delivery").query(Integer.class).single();
  }

  private static List<String> lines(CapturedOutput log, String with) {
    return log.getAll().lines().filter(line -> line.contains(with)).toList();
  }

  private static String doubtful(int vacancies) {
    return file(vacancies).replace("2026-12-24", "när det passar");
  }
}
