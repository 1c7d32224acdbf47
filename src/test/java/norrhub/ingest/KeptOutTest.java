package norrhub.ingest;

import static norrhub.ingest.KraftJobs.HEAD;
import static norrhub.ingest.KraftJobs.feed;
import static norrhub.ingest.KraftJobs.rowsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of records that are not meant for everybody, and of those not meant for now. */
class KeptOutTest {
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
  void anInternalVacancyDoesNotEnterAndTheNoticeSaysWhy() throws IOException {
    assertThat(fixture.apply(marked(12, "K3", "Intern")))
        .contains("12 received, 11 accepted (11 new or changed), 0 rejected, 1 kept out");
    assertThat(fixture.notices())
        .containsExactly("INFO | not-public-internal | jobs.csv:4 | K3 |  | internal");
    assertThat(fixture.changes()).hasSize(11);
    assertThat(fixture.db().sql("select kept_out from delivery").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void aVacancyThatBecomesInternalIsWithdrawnAtOnceThoughAnotherRecordIsBroken()
      throws IOException {
    fixture.apply(marked(12, "none", ""));

    assertThat(fixture.apply(marked(12, "K3", "Intern").replace("K5;", ";")))
        .contains("1 rejected, 1 kept out, 1 withdrawn");
    fixture.apply(marked(12, "none", ""));
    assertThat(fixture.changes()).endsWith("K3 v2 WITHDRAWN not-public", "K3 v3 OPEN reopened");
  }

  @Test
  void anUnfinishedCopyIsKeptOutWhateverItsFormat() throws IOException {
    assertThat(fixture.apply(marked(12, "none", "").replace("Montör 3", "Kopia av Montör 3")))
        .contains("1 kept out");
  }

  @Test
  void aFlagThatSuddenlyHidesManyVacanciesTakesNoneOfThemAway() throws IOException {
    fixture.apply(marked(40, "none", ""));

    assertThat(fixture.apply(marked(40, "K[1-3]?\\d", "Intern")))
        .contains("39 kept out, 0 withdrawn, 39 missing but kept");
    assertThat(fixture.notices())
        .anyMatch(n -> n.contains("withdrawal-too-many-not-public") && n.contains("39 of 40"));
    fixture.later(Duration.ofDays(2));
    fixture.apply(marked(40, "K[1-3]?\\d", "Intern"));
    assertThat(fixture.open()).hasSize(40);
    assertThat(fixture.isFailing()).isTrue();
  }

  @Test
  void aFlagThatHidesManyOfAFewVacanciesHasToBeThereADayLaterToo() throws IOException {
    fixture.apply(marked(12, "none", ""));

    assertThat(fixture.apply(marked(12, "K[1-4]", "Intern")))
        .contains("4 kept out, 0 withdrawn, 4 missing but kept");
    fixture.later(Duration.ofDays(1));
    assertThat(fixture.apply(marked(12, "K[1-4]", "Intern") + "\n"))
        .contains("4 kept out, 4 withdrawn");
    assertThat(fixture.changes()).contains("K4 v2 WITHDRAWN not-public");
  }

  @Test
  void inAFeedOfChangesAnInternalVacancyGoesAtOnce() throws IOException {
    fixture = fixture.reopened(home, feed("changes", 30));
    fixture.apply(marked(1, "none", ""));
    fixture.apply(marked(1, "K1", "Intern"));

    assertThat(fixture.changes()).containsExactly("K1 v1 OPEN new", "K1 v2 WITHDRAWN not-public");
  }

  @Test
  void whatIsNotYetPublishedIsScheduledAndOpensWithTheClock() throws IOException {
    fixture.apply(
        HEAD.strip()
            + ";Publiceras\n"
            + rowsOf(1, ";2026-12-01").replace("2026-12-24", "2026-12-20"));
    assertThat(fixture.changes()).containsExactly("K1 v1 SCHEDULED new");

    fixture.later(Duration.ofDays(10));
    fixture.clock();
    assertThat(fixture.changes()).endsWith("K1 v2 OPEN opened");
  }

  private static String marked(int rows, String keys, String status) {
    return HEAD.strip()
        + ";Status\n"
        + rowsOf(rows, ";Öppen").replaceAll("(?m)^(" + keys + ";.*);Öppen$", "$1;" + status);
  }
}
