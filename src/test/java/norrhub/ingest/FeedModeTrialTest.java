package norrhub.ingest;

import static norrhub.ingest.KraftJobs.HEAD;
import static norrhub.ingest.KraftJobs.feed;
import static norrhub.ingest.KraftJobs.file;
import static norrhub.ingest.KraftJobs.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed with {@code mode: trial} is answered like any other, and publishes nothing. */
class FeedModeTrialTest {
  private static final String ROW = "K1;Montör;Text;Boden;2026-12-24;https://jobb.example.se/1;";

  @TempDir Path home;
  private IngestFixture fixture;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aDeliveryOnTrialIsCountedAndReportedButNothingOfItReachesTheCatalogue() throws IOException {
    fixture = new IngestFixture(home, feed("feed", 30, "trial"));

    assertThat(fixture.apply(file(12).replace("Montör 3", "")))
        .isEqualTo(
            "APPLIED: on trial, nothing published: 12 received, 11 accepted (0 new or changed),"
                + " 1 rejected, 0 withdrawn, 0 missing but kept; 1 notice");
    assertThat(fixture.notices()).singleElement().asString().contains("title-missing | jobs.csv:4");
    assertThat(fixture.changes()).isEmpty();
    assertThat(onTrial()).isEqualTo(1);
  }

  @Test
  void aFeedThatBecomesLiveAppliesItsNewestDelivery() throws IOException {
    fixture = new IngestFixture(home, feed("feed", 30, "trial"));
    fixture.apply(file(8));
    fixture.apply(file(12));

    becomes("feed", "live");

    assertThat(fixture.work()).isEqualTo("APPLIED: " + allNew(12));
    assertThat(fixture.open()).hasSize(12);
  }

  @Test
  void aLiveFeedThatIsPutOnTrialKeepsWhatItHad() throws IOException {
    fixture = new IngestFixture(home, feed("feed", 30));
    fixture.apply(file(12));

    becomes("feed", "trial");
    fixture.work();
    fixture.apply(without(file(14), 3).replace("Montör 5", "Elektriker 5"));

    assertThat(fixture.open()).hasSize(12).contains("K3 Montör 3", "K5 Montör 5");
    assertThat(fixture.changes()).hasSize(12);
  }

  @Test
  void aFeedOfChangesThatBecomesLiveAppliesAllThatItBroughtOnTrialInItsOrder() throws IOException {
    String head = HEAD.strip() + ";Status\n";
    fixture = new IngestFixture(home, feed("changes", 30, "trial"));
    fixture.apply(head + ROW + "Öppen\n");
    assertThat(fixture.apply(head + ROW + "Tillsatt\n")).endsWith("; 0 notices");

    becomes("changes", "live");
    fixture.work();

    assertThat(fixture.changes()).containsExactly("K1 v1 OPEN new", "K1 v2 WITHDRAWN removed");
    assertThat(onTrial()).isZero();
    fixture.ingest().applyAgainWhatChanged();
    fixture.work();
    assertThat(fixture.changes()).hasSize(2);
  }

  private void becomes(String speaksFor, String mode) throws IOException {
    fixture = fixture.reopened(home, feed(speaksFor, 30, mode));
    fixture.ingest().applyAgainWhatChanged();
  }

  private int onTrial() {
    return fixture
        .db()
        .sql("select count(*) from delivery where trial")
        .query(Integer.class)
        .single();
  }

  private static String allNew(int count) {
    return "%1$d received, %1$d accepted (%1$d new or changed), 0 rejected, 0 withdrawn, 0 missing but kept; 0 notices"
        .formatted(count);
  }
}
