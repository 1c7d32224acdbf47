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
  private IngestHouse house;

  @BeforeEach
  void open() throws IOException {
    house = new IngestHouse(home, twoFeeds("feed"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest(name = "{0} came first, {1} drops it")
  @CsvSource({"x, x, y", "x, y, x", "y, x, y", "y, y, x"})
  void aVacancyGoesWhenTheLastOfItsFeedsDropsIt(String first, String dropping, String last)
      throws IOException {
    String second = first.equals("x") ? "y" : "x";
    house.applyOf("kraft-" + first, file(50));
    house.applyOf("kraft-" + second, file(50));
    assertThat(house.changes()).hasSize(50);

    house.applyOf("kraft-" + dropping, without(file(50), 3));
    assertThat(house.open()).as("the other feed still offers it").contains("K3 Montör 3");
    house.applyOf("kraft-" + last, file(50));
    assertThat(house.changes()).as("nothing moved").hasSize(50);

    assertThat(house.applyOf("kraft-" + last, without(file(50), 3))).contains("1 withdrawn");
    assertThat(house.changes()).endsWith("K3 v2 WITHDRAWN absent");
    house.applyOf("kraft-" + dropping, file(50));
    assertThat(house.changes()).endsWith("K3 v3 OPEN reopened");
  }

  @Test
  void whatAFeedOffersThatSendsNothingNewStaysThoughTheOtherDropsAll() throws IOException {
    house.applyOf("kraft-x", file(8));
    house.applyOf("kraft-y", file(8) + rowsOf(6, "").replace("K", "Y"));
    house.applyOf("kraft-y", HEAD + rowsOf(6, "").replace("K", "Y"));
    house.later(Duration.ofHours(24));
    house.applyOf("kraft-y", HEAD + rowsOf(6, "").replace("K", "Y"));
    assertThat(house.applyOf("kraft-x", file(8))).startsWith("UNCHANGED");

    assertThat(house.open()).hasSize(14);
  }

  @Test
  void theContentOfTheFeedThatCameFirstStandsAndTwoFeedsMakeNoVersions() throws IOException {
    String y = file(50).replace("Montör", "Monteur");
    house.applyOf("kraft-x", file(50));
    for (int poll = 0; poll < 3; poll++) {
      house.applyOf("kraft-y", y + "\n".repeat(poll));
      house.applyOf("kraft-x", file(50) + "\n".repeat(poll + 1));
    }
    assertThat(house.changes()).hasSize(50);
    assertThat(house.open()).contains("K3 Montör 3");
  }

  @Test
  void whatPassesToAnotherFeedGetsThatFeedsContentWithoutANewDelivery() throws IOException {
    house.applyOf("kraft-x", file(50));
    house.applyOf("kraft-y", file(50).replace("Montör", "Monteur"));
    house.applyOf("kraft-x", without(file(50), 3));

    assertThat(house.open()).contains("K3 Monteur 3", "K4 Montör 4");
    assertThat(house.changes()).endsWith("K3 v2 OPEN changed");
  }

  @Test
  void anUnchangedVacancyOfAnotherFeedCostsNoWrite() throws IOException {
    house.applyOf("kraft-x", file(1200));
    house.applyOf("kraft-y", file(1200));
    String rows = rows();
    house.applyOf("kraft-y", file(1200) + "\n");

    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void anExplicitRemovalInOneFeedActsAtOnceAndTheOthersOldWordDoesNotUndoIt() throws IOException {
    house.applyOf("kraft-x", file(50));
    house.applyOf("kraft-y", marked(50, "Öppen"));
    house.applyOf("kraft-y", marked(50, "Öppen").replaceFirst("(K3;[^\n]*);Öppen", "$1;Tillsatt"));
    assertThat(house.changes()).endsWith("K3 v2 WITHDRAWN removed");

    house.applyOf("kraft-x", file(51));
    assertThat(house.changes()).endsWith("K3 v2 WITHDRAWN removed", "K51 v1 OPEN new");
    house.applyOf("kraft-x", file(51).replace("Montör 3;", "Montör tre;"));
    assertThat(house.changes()).as("a new word").endsWith("K3 v3 OPEN reopened");
  }

  @Test
  void aVacancyThatOneFeedMarksAsInternalGoesAtOnceAndStaysAway() throws IOException {
    house.applyOf("kraft-x", file(50));
    house.applyOf("kraft-y", marked(50, "Öppen"));
    String internal = marked(50, "Öppen").replaceFirst("(K3;[^\n]*);Öppen", "$1;Intern");
    house.applyOf("kraft-y", internal);
    house.applyOf("kraft-x", file(50) + "\n");
    house.applyOf("kraft-y", internal + "\n");

    assertThat(house.changes()).hasSize(51).endsWith("K3 v2 WITHDRAWN not-public");
  }

  @Test
  void aFeedOfChangesKeepsWhatTheListDropsUntilItSaysSo() throws IOException {
    String two = twoFeeds("feed");
    int y = two.indexOf("- id: kraft-y");
    house =
        house.reopened(
            home,
            two.substring(0, y)
                + two.substring(y).replace("speaksFor: feed", "speaksFor: changes"));
    house.applyOf("kraft-x", file(50));
    house.applyOf("kraft-y", marked(5, "Öppen"));
    house.applyOf("kraft-x", without(file(50), 3));
    assertThat(house.open()).hasSize(50);

    house.applyOf("kraft-y", marked(5, "Öppen").replaceFirst("(K3;[^\n]*);Öppen", "$1;Tillsatt"));
    assertThat(house.changes()).endsWith("K3 v2 WITHDRAWN removed");
  }

  @Test
  void twoFilesOfOneFeedThatShareAKeyKeepItUntilTheLastDropsIt() throws IOException {
    house = house.reopened(home, feed("file", 30));
    house.receive("north.csv", file(50));
    house.receive("south.csv", file(50));
    house.work();
    house.receive("south.csv", without(file(50), 3));
    house.work();
    assertThat(house.open()).hasSize(50);

    house.receive("north.csv", without(file(50), 3));
    house.work();
    assertThat(house.changes()).hasSize(51).endsWith("K3 v2 WITHDRAWN absent");
  }

  @Test
  void ofTwoFilesOfOneFeedTheNewestWordStandsAndTheyTakeNoTurns() throws IOException {
    house = house.reopened(home, feed("file", 30));
    for (int poll = 0; poll < 3; poll++) {
      house.receive("north.csv", file(50) + "\n".repeat(poll));
      house.receive(
          "south.csv", file(50).replace("Montör 3;", "Elektriker 3;") + "\n".repeat(poll));
      house.work();
    }
    assertThat(house.open()).contains("K3 Elektriker 3");
    assertThat(house.changes()).hasSize(51);
  }

  @Test
  void aPartnerThatMovesToAnotherFeedKeepsItsIdsAndStrandsNothing() throws IOException {
    house = house.reopened(home, feedNamed("kraft-rss", "feed"));
    house.applyOf("kraft-rss", file(50));
    house = house.reopened(home, feedNamed("kraft-rest", "feed"));
    house.ingest().applyAgainWhatChanged();

    assertThat(house.applyOf("kraft-rest", without(file(51), 3))).contains("1 withdrawn");
    assertThat(house.changes()).hasSize(52).endsWith("K51 v1 OPEN new", "K3 v2 WITHDRAWN absent");
  }

  @Test
  void aPartnerThatRanBothFeedsForAWhileStrandsNothingWhenTheOldOneIsTakenOut() throws IOException {
    house.applyOf("kraft-x", file(50));
    house.applyOf("kraft-y", file(50).replace("Montör", "Monteur"));
    house = house.reopened(home, feedNamed("kraft-y", "feed"));
    house.ingest().applyAgainWhatChanged();
    house.work();
    assertThat(house.open()).hasSize(50).contains("K3 Monteur 3");

    house.applyOf("kraft-y", without(file(50).replace("Montör", "Monteur"), 3));
    assertThat(house.changes()).endsWith("K3 v3 WITHDRAWN absent");
  }

  @Test
  void aDeadlineThatASecondFeedExtendsReopensTheVacancy() throws IOException {
    String over = file(50).replace("2026-12-24", "2026-11-30");
    house.applyOf("kraft-x", over);
    house.applyOf("kraft-y", over);
    house.later(Duration.ofDays(10));
    house.clock();
    assertThat(house.open()).isEmpty();

    house.applyOf("kraft-y", over.replaceFirst("(K3;[^\n]*)2026-11-30", "$12026-12-24"));
    assertThat(house.open()).containsExactly("K3 Montör 3");
    house.applyOf("kraft-x", over + "\n");
    assertThat(house.open()).as("the other one says nothing new").hasSize(1);
  }

  private static String marked(int rows, String status) {
    return HEAD.strip() + ";Status\n" + rowsOf(rows, ";" + status);
  }

  private String rows() {
    return house
        .db()
        .sql(
            """
            select (select string_agg(xmin::text || ctid::text, ' ' order by id) from vacancy) || ' '
              || (select string_agg(xmin::text || ctid::text, ' ' order by vacancy) from vacancy_offer)""")
        .query(String.class)
        .single();
  }
}
