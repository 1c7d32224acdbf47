package norrhub.ingest;

import static norrhub.ingest.KraftJobs.HEAD;
import static norrhub.ingest.KraftJobs.feed;
import static norrhub.ingest.KraftJobs.feedNamed;
import static norrhub.ingest.KraftJobs.file;
import static norrhub.ingest.KraftJobs.rowsOf;
import static norrhub.ingest.KraftJobs.twoFeeds;
import static norrhub.ingest.KraftJobs.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two feeds of one partner, or two files of one feed, that offer the same vacancies. */
class SharedKeysTest {
  @TempDir Path home;
  private IngestFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new IngestFixture(home, twoFeeds("feed"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest(name = "{0} came first, {1} drops it")
  @CsvSource({"x, x, y", "x, y, x", "y, x, y", "y, y, x"})
  void aVacancyGoesWhenTheLastOfItsFeedsDropsIt(String first, String dropping, String last)
      throws IOException {
    String second = first.equals("x") ? "y" : "x";
    fixture.applyOf("kraft-" + first, file(50));
    fixture.applyOf("kraft-" + second, file(50));
    assertThat(fixture.changes()).hasSize(50);

    fixture.applyOf("kraft-" + dropping, without(file(50), 3));
    assertThat(fixture.open()).as("the other feed still offers it").contains("K3 Montör 3");
    fixture.applyOf("kraft-" + last, file(50));
    assertThat(fixture.changes()).as("nothing moved").hasSize(50);

    assertThat(fixture.applyOf("kraft-" + last, without(file(50), 3))).contains("1 withdrawn");
    assertThat(fixture.changes()).endsWith("K3 v2 WITHDRAWN absent");
    fixture.applyOf("kraft-" + dropping, file(50));
    assertThat(fixture.changes()).endsWith("K3 v3 OPEN reopened");
  }

  @Test
  void whatAFeedOffersThatSendsNothingNewStaysThoughTheOtherDropsAll() throws IOException {
    fixture.applyOf("kraft-x", file(8));
    fixture.applyOf("kraft-y", file(8) + rowsOf(6, "").replace("K", "Y"));
    fixture.applyOf("kraft-y", HEAD + rowsOf(6, "").replace("K", "Y"));
    fixture.later(Duration.ofHours(24));
    fixture.applyOf("kraft-y", HEAD + rowsOf(6, "").replace("K", "Y"));
    assertThat(fixture.applyOf("kraft-x", file(8))).startsWith("UNCHANGED");

    assertThat(fixture.open()).hasSize(14);
  }

  @Test
  void theContentOfTheFeedThatCameFirstStandsAndTwoFeedsMakeNoVersions() throws IOException {
    String y = file(50).replace("Montör", "Monteur");
    fixture.applyOf("kraft-x", file(50));
    for (int poll = 0; poll < 3; poll++) {
      fixture.applyOf("kraft-y", y + "\n".repeat(poll));
      fixture.applyOf("kraft-x", file(50) + "\n".repeat(poll + 1));
    }
    assertThat(fixture.changes()).hasSize(50);
    assertThat(fixture.open()).contains("K3 Montör 3");
  }

  @Test
  void whatPassesToAnotherFeedGetsThatFeedsContentWithoutANewDelivery() throws IOException {
    fixture.applyOf("kraft-x", file(50));
    fixture.applyOf("kraft-y", file(50).replace("Montör", "Monteur"));
    fixture.applyOf("kraft-x", without(file(50), 3));

    assertThat(fixture.open()).contains("K3 Monteur 3", "K4 Montör 4");
    assertThat(fixture.changes()).endsWith("K3 v2 OPEN changed");
  }

  @Test
  void anUnchangedVacancyOfAnotherFeedCostsNoWrite() throws IOException {
    fixture.applyOf("kraft-x", file(1200));
    fixture.applyOf("kraft-y", file(1200));
    String rows = rows();
    fixture.applyOf("kraft-y", file(1200) + "\n");

    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void anExplicitRemovalInOneFeedActsAtOnceAndTheOthersOldWordDoesNotUndoIt() throws IOException {
    fixture.applyOf("kraft-x", file(50));
    fixture.applyOf("kraft-y", marked(50, "Öppen"));
    fixture.applyOf(
        "kraft-y", marked(50, "Öppen").replaceFirst("(K3;[^\n]*);Öppen", "$1;Tillsatt"));
    assertThat(fixture.changes()).endsWith("K3 v2 WITHDRAWN removed");

    fixture.applyOf("kraft-x", file(51));
    assertThat(fixture.changes()).endsWith("K3 v2 WITHDRAWN removed", "K51 v1 OPEN new");
    fixture.applyOf("kraft-x", file(51).replace("Montör 3;", "Montör tre;"));
    assertThat(fixture.changes()).as("a new word").endsWith("K3 v3 OPEN reopened");
  }

  @Test
  void aVacancyThatOneFeedMarksAsInternalGoesAtOnceAndStaysAway() throws IOException {
    fixture.applyOf("kraft-x", file(50));
    fixture.applyOf("kraft-y", marked(50, "Öppen"));
    String internal = marked(50, "Öppen").replaceFirst("(K3;[^\n]*);Öppen", "$1;Intern");
    fixture.applyOf("kraft-y", internal);
    fixture.applyOf("kraft-x", file(50) + "\n");
    fixture.applyOf("kraft-y", internal + "\n");

    assertThat(fixture.changes()).hasSize(51).endsWith("K3 v2 WITHDRAWN not-public");
  }

  @Test
  void aFeedOfChangesKeepsWhatTheListDropsUntilItSaysSo() throws IOException {
    String two = twoFeeds("feed");
    int y = two.indexOf("- id: kraft-y");
    fixture =
        fixture.reopened(
            home,
            two.substring(0, y)
                + two.substring(y).replace("speaksFor: feed", "speaksFor: changes"));
    fixture.applyOf("kraft-x", file(50));
    fixture.applyOf("kraft-y", marked(5, "Öppen"));
    fixture.applyOf("kraft-x", without(file(50), 3));
    assertThat(fixture.open()).hasSize(50);

    fixture.applyOf("kraft-y", marked(5, "Öppen").replaceFirst("(K3;[^\n]*);Öppen", "$1;Tillsatt"));
    assertThat(fixture.changes()).endsWith("K3 v2 WITHDRAWN removed");
  }

  @Test
  void twoFilesOfOneFeedThatShareAKeyKeepItUntilTheLastDropsIt() throws IOException {
    fixture = fixture.reopened(home, feed("file", 30));
    fixture.receive("north.csv", file(50));
    fixture.receive("south.csv", file(50));
    fixture.work();
    fixture.receive("south.csv", without(file(50), 3));
    fixture.work();
    assertThat(fixture.open()).hasSize(50);

    fixture.receive("north.csv", without(file(50), 3));
    fixture.work();
    assertThat(fixture.changes()).hasSize(51).endsWith("K3 v2 WITHDRAWN absent");
  }

  @Test
  void ofTwoFilesOfOneFeedTheNewestWordStandsAndTheyTakeNoTurns() throws IOException {
    fixture = fixture.reopened(home, feed("file", 30));
    for (int poll = 0; poll < 3; poll++) {
      fixture.receive("north.csv", file(50) + "\n".repeat(poll));
      fixture.receive(
          "south.csv", file(50).replace("Montör 3;", "Elektriker 3;") + "\n".repeat(poll));
      fixture.work();
    }
    assertThat(fixture.open()).contains("K3 Elektriker 3");
    assertThat(fixture.changes()).hasSize(51);
  }

  @Test
  void aPartnerThatMovesToAnotherFeedKeepsItsIdsAndStrandsNothing() throws IOException {
    fixture = fixture.reopened(home, feedNamed("kraft-rss", "feed"));
    fixture.applyOf("kraft-rss", file(50));
    fixture = fixture.reopened(home, feedNamed("kraft-rest", "feed"));
    fixture.ingest().applyAgainWhatChanged();

    assertThat(fixture.applyOf("kraft-rest", without(file(51), 3))).contains("1 withdrawn");
    assertThat(fixture.changes()).hasSize(52).endsWith("K51 v1 OPEN new", "K3 v2 WITHDRAWN absent");
  }

  @Test
  void aPartnerThatRanBothFeedsForAWhileStrandsNothingWhenTheOldOneIsTakenOut() throws IOException {
    fixture.applyOf("kraft-x", file(50));
    fixture.applyOf("kraft-y", file(50).replace("Montör", "Monteur"));
    fixture = fixture.reopened(home, feedNamed("kraft-y", "feed"));
    fixture.ingest().applyAgainWhatChanged();
    fixture.work();
    assertThat(fixture.open()).hasSize(50).contains("K3 Monteur 3");

    fixture.applyOf("kraft-y", without(file(50).replace("Montör", "Monteur"), 3));
    assertThat(fixture.changes()).endsWith("K3 v3 WITHDRAWN absent");
  }

  @Test
  void aDeadlineThatASecondFeedExtendsReopensTheVacancy() throws IOException {
    String over = file(50).replace("2026-12-24", "2026-11-30");
    fixture.applyOf("kraft-x", over);
    fixture.applyOf("kraft-y", over);
    fixture.later(Duration.ofDays(10));
    fixture.clock();
    assertThat(fixture.open()).isEmpty();

    fixture.applyOf("kraft-y", over.replaceFirst("(K3;[^\n]*)2026-11-30", "$12026-12-24"));
    assertThat(fixture.open()).containsExactly("K3 Montör 3");
    fixture.applyOf("kraft-x", over + "\n");
    assertThat(fixture.open()).as("the other one says nothing new").hasSize(1);
  }

  private static String marked(int rows, String status) {
    return HEAD.strip() + ";Status\n" + rowsOf(rows, ";" + status);
  }

  private String rows() {
    return fixture
        .db()
        .sql(
            """
            select (select string_agg(xmin::text || ctid::text, ' ' order by id) from vacancy) || ' '
              || (select string_agg(xmin::text || ctid::text, ' ' order by vacancy) from vacancy_offer)""")
        .query(String.class)
        .single();
  }
}
