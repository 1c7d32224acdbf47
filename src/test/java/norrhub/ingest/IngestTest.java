package norrhub.ingest;

import static norrhub.ingest.KraftJobs.HEAD;
import static norrhub.ingest.KraftJobs.feed;
import static norrhub.ingest.KraftJobs.file;
import static norrhub.ingest.KraftJobs.rowsOf;
import static norrhub.ingest.KraftJobs.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
  @TempDir Path home;
  private IngestHouse house;

  @BeforeEach
  void open() throws IOException {
    house = new IngestHouse(home, feed("feed", 30));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everythingOfAFirstFileIsNew() throws IOException {
    assertThat(house.apply(file(12)))
        .isEqualTo(
            "APPLIED: 12 received, 12 accepted (12 new or changed), 0 rejected, 0 withdrawn, 0 missing but kept; 0 notices");
    assertThat(house.open()).hasSize(12).contains("K3 Montör 3");
  }

  @Test
  void theSameFileAgainIsNotEvenParsed() throws IOException {
    house.apply(file(12));

    assertThat(house.apply(file(12)))
        .isEqualTo(
            "UNCHANGED: the same as kraft-jobs-1: 12 received, 12 accepted, 0 rejected, 0 notices");
    assertThat(house.changes()).hasSize(12);
  }

  @Test
  void theSameVacanciesInOtherBytesWriteNothing() throws IOException {
    house.apply(file(12));
    String rows = rows();

    assertThat(house.apply(file(12) + "\n\n")).contains("12 accepted (0 new or changed)");
    assertThat(rows()).isEqualTo(rows);
  }

  /** Longer than a batch: what is quiet is compared without a look into the database. */
  @Test
  void aLongFileWritesItsNewsAloneAndTellsAllItsNoticesAgain() throws IOException {
    String first = file(1200).replace("Montör 900;Du bygger elnät.;", "Montör 900;;");
    String second = first.replace("Montör 1000", "Elektriker 1000");
    house.apply(first);
    String rows = rows();

    assertThat(house.apply(first + "\n\n")).contains("1200 accepted (0 new or changed)");
    assertThat(rows()).isEqualTo(rows);
    assertThat(house.notices()).singleElement().asString().contains("description-missing");

    assertThat(house.apply(second)).contains("1200 accepted (1 new or changed)");
    assertThat(house.notices()).singleElement().asString().contains("description-missing");
    assertThat(house.open()).contains("K1000 Elektriker 1000");
  }

  @Test
  void whatIsMissingFromALongFileIsWithdrawnAndComesBack() throws IOException {
    house.apply(file(1200));
    house.apply(without(file(1200), 900));
    house.apply(file(1200));

    assertThat(house.changes()).endsWith("K900 v2 WITHDRAWN absent", "K900 v3 OPEN reopened");
  }

  @Test
  void whatCouldNotBeReadWholeProvesNothingWhenItComesAgain() throws IOException {
    house.apply(file(12));
    house.apply(file(12).replace("K3;", ";"));
    int held = house.report().last().orElseThrow().heldBack();

    assertThat(house.apply(file(12).replace("K3;", ";")))
        .isEqualTo(
            "UNCHANGED: the same as kraft-jobs-2: 12 received, 11 accepted, 1 rejected, 2 notices");
    assertThat(house.report().last().orElseThrow().heldBack()).isEqualTo(held).isEqualTo(1);
    assertThat(house.isSick()).isTrue();
    house.later(Duration.ofDays(3));
    house.apply(file(12).replace("K3;", ";"));
    assertThat(house.open()).hasSize(12);
  }

  @Test
  void aBThenAEndsAsA() throws IOException {
    house.apply(file(12));
    house.apply(file(12).replace("Montör 3", "Elektriker 3"));
    house.apply(file(12));

    assertThat(house.open()).contains("K3 Montör 3");
    assertThat(house.changes()).endsWith("K3 v2 OPEN changed", "K3 v3 OPEN changed");
  }

  @Test
  void aVacancyLeftOutOfAWholeFileIsWithdrawnAndComesBackUnderItsOldId() throws IOException {
    house.apply(file(40));

    assertThat(house.apply(without(file(40), 3))).contains("1 withdrawn");
    assertThat(house.open()).hasSize(39);
    house.apply(file(40));
    assertThat(house.changes()).endsWith("K3 v2 WITHDRAWN absent", "K3 v3 OPEN reopened");
  }

  @Test
  void aDeliveryThatDidNotComeWholeIsTakenAndWithdrawsNothing() throws IOException {
    house.apply(file(12));

    assertThat(house.applyIncomplete(without(file(13), 3), "page 2: HTTP 500"))
        .contains("12 accepted (1 new or changed)", "0 withdrawn, 1 missing but kept");
    assertThat(house.notices())
        .anyMatch(n -> n.startsWith("WARNING | delivery-incomplete") && n.contains("HTTP 500"))
        .anyMatch(n -> n.contains("withdrawal-not-proven"));
    assertThat(house.open()).hasSize(13);
  }

  @Test
  void aFeedWhoseFirstDeliveryDidNotComeWholeIsSickThoughNothingIsMissing() throws IOException {
    house.applyIncomplete(file(3), "page 2: HTTP 500");
    assertThat(house.isSick()).isTrue();

    house.apply(file(4));
    assertThat(house.isSick()).isFalse();
  }

  @Test
  void aFeedWhoseFileCouldNotBeReadToItsEndIsSickThoughNothingIsMissing() throws IOException {
    house.apply("");

    assertThat(house.isSick()).isTrue();
  }

  @Test
  void aDeliveryThatDidNotComeWholeConfirmsNothingThoughItsBytesAreTheSame() throws IOException {
    house.apply(file(12));

    assertThat(house.applyIncomplete(file(12), "the server declares 20 records, and 12 came"))
        .startsWith("APPLIED: 12 received, 12 accepted (0 new or changed)");
    assertThat(house.apply(file(12))).startsWith("APPLIED");
  }

  @Test
  void anEmptyFileWithdrawsNothingAndSaysWhy() throws IOException {
    house.apply(file(12));

    assertThat(house.apply("")).contains("0 withdrawn, 12 missing but kept");
    assertThat(house.notices()).anyMatch(n -> n.contains("withdrawal-not-proven | jobs.csv:0"));
    assertThat(house.open()).hasSize(12);
  }

  @Test
  void aFileWithAHeadingAndNothingElseWithdrawsNothingAndSaysWhy() throws IOException {
    house.apply(file(12));

    assertThat(house.apply(HEAD)).contains("0 withdrawn, 12 missing but kept");
    assertThat(house.notices())
        .anyMatch(n -> n.contains("withdrawal-too-few-records") && n.contains("0 records"));
  }

  @Test
  void aFileOfATenthWithdrawsNothingAndSaysWhy() throws IOException {
    house.apply(file(100));

    assertThat(house.apply(file(10))).contains("0 withdrawn, 90 missing but kept");
    assertThat(house.notices())
        .anyMatch(n -> n.contains("withdrawal-too-many-absent") && n.contains("90 of 100 missing"));
  }

  @Test
  void aRejectedRecordIsPresentNotAbsent() throws IOException {
    house.apply(file(12));

    assertThat(house.apply(file(12).replace("Montör 3", "")))
        .contains("11 accepted (0 new or changed), 1 rejected, 0 withdrawn");
    assertThat(house.open()).as("the last good version stays").contains("K3 Montör 3");
    assertThat(house.notices())
        .anyMatch(n -> n.startsWith("ERROR | ") && n.contains("jobs.csv:4 | K3 | title"));
  }

  @Test
  void aRecordWithoutAKeyIsToldAndWithdrawsNothing() throws IOException {
    house.apply(file(12));

    assertThat(house.apply(file(12).replace("K3;", ";"))).contains("1 rejected, 0 withdrawn");
    assertThat(house.notices()).anyMatch(n -> n.contains("record-without-key | jobs.csv:4"));
    assertThat(house.open()).hasSize(12);
  }

  @Test
  void ofTwoRecordsWithOneKeyTheFirstStands() throws IOException {
    house.apply(file(12) + "K3;Svetsare;Text;Boden;2026-12-24;https://jobb.example.se/3\n");

    assertThat(house.open()).hasSize(12).contains("K3 Montör 3");
    assertThat(house.notices())
        .containsExactly("ERROR | record-key-twice | jobs.csv:14 | K3 |  | K3");
  }

  @Test
  void whatWasFoundIsToldAgainAsLongAsItHolds() throws IOException {
    String file = file(12).replace("2026-12-24", "när det passar");
    house.apply(file);
    List<String> first = house.notices();
    house.apply(file + "\n");

    assertThat(first).hasSize(12);
    assertThat(house.notices()).isEqualTo(first);
  }

  @Test
  void aSmallFeedWithdrawsWhatIsMissingForADay() throws IOException {
    house.apply(file(8));
    assertThat(house.apply(without(file(8), 3))).contains("0 withdrawn, 1 missing but kept");
    house.later(Duration.ofHours(23));
    assertThat(house.apply(without(file(8), 3)))
        .isEqualTo(
            "UNCHANGED: the same as kraft-jobs-2: 7 received, 7 accepted, 0 rejected, 1 notice; now 0 withdrawn, 1 missing but kept");

    house.later(Duration.ofHours(2));
    assertThat(house.apply(without(file(8), 3))).contains("1 withdrawn");
    assertThat(house.open()).hasSize(7);
  }

  @Test
  void aSmallFeedKeepsWhatComesBackWithinTheDay() throws IOException {
    house.apply(file(8));
    house.apply(without(file(8), 3));
    house.later(Duration.ofHours(23));
    house.apply(file(8));
    house.later(Duration.ofHours(2));

    assertThat(house.apply(without(file(8), 3))).contains("0 withdrawn, 1 missing but kept");
  }

  @Test
  void theSameUnreadableBytesAreNotParsedAgainUntilTheHubIsRestarted() throws IOException {
    house.apply(file(12));
    String cut = file(12) + "K13;\"Mont";
    String first = house.apply(cut);
    Optional<String> trouble = house.trouble();

    assertThat(first).startsWith("APPLIED: 12 received");
    assertThat(house.apply(cut))
        .isEqualTo(
            "UNCHANGED: the same as kraft-jobs-2: 12 received, 12 accepted, 0 rejected, 1 notice");
    assertThat(house.apply(cut)).startsWith("UNCHANGED: the same as kraft-jobs-2: ");
    assertThat(house.trouble()).isEqualTo(trouble).isPresent();

    house = house.reopened(home, feed("feed", 30));
    assertThat(house.apply(cut)).startsWith("APPLIED: 12 received");
    assertThat(house.apply(file(12))).startsWith("APPLIED: 12 received");
    assertThat(house.isSick()).isFalse();
  }

  @Test
  void bytesThatLackOneWayAreReadAgainWhenTheyLackAnother() throws IOException {
    String table = file(12);
    house.applyIncomplete(table, "page 2 is missing");

    assertThat(house.applyIncomplete(table, "page 2 is missing")).startsWith("UNCHANGED");
    assertThat(house.applyIncomplete(table, "page 3 is missing")).startsWith("APPLIED");
    assertThat(house.apply(table)).startsWith("APPLIED");
    assertThat(house.apply(table)).startsWith("UNCHANGED");
  }

  @Test
  void aDeliveryThatTakesTooLongIsReadNoFurtherAndWithdrawsNothing() throws IOException {
    house.apply(file(60));
    house =
        house.reopened(
            home,
            feed("feed", 30),
            "--norrhub.reading-time.per-delivery=0s",
            "--norrhub.reading-time.per-record=0s");

    assertThat(house.apply(without(file(60), 1))).contains("20 received", "0 withdrawn");
    assertThat(house.notices())
        .anyMatch(notice -> notice.startsWith("ERROR | delivery-over-time"))
        .anyMatch(notice -> notice.contains("20 records were read"));
    assertThat(house.isSick()).isTrue();
    assertThat(house.open()).hasSize(60);
  }

  @Test
  void aFeedThatSpeaksForChangesWithdrawsNothingByAbsence() throws IOException {
    house = house.reopened(home, feed("changes", 30));
    house.apply(file(12));

    assertThat(house.apply(without(file(12), 3))).contains("0 withdrawn, 0 missing");
  }

  @Test
  void inAFeedOfChangesTheLaterWordOnAVacancyStands() throws IOException {
    house = house.reopened(home, feed("changes", 30));
    String row = "K1;Montör;Text;Boden;2026-12-24;https://jobb.example.se/1;";
    house.apply(HEAD.strip() + ";Status\n" + row + "Öppen\n" + row + "Tillsatt\n");

    assertThat(house.changes()).containsExactly("K1 v1 OPEN new", "K1 v2 WITHDRAWN removed");
  }

  @Test
  void aFileSpeaksForItsOwnNameOnly() throws IOException {
    house = house.reopened(home, feed("file", 30));
    house.receive("north.csv", file(40));
    house.receive("south.csv", file(12).replace("K", "S"));
    house.work();
    house.receive("north.csv", without(file(40), 3));

    assertThat(house.work()).contains("1 withdrawn");
    assertThat(house.open()).hasSize(51).doesNotContain("K3 Montör 3").contains("S3 Montör 3");
  }

  @Test
  void anExplicitRemovalActsAtOnceAndOfSomethingUnknownIsOnlyTold() throws IOException {
    String head = HEAD.strip() + ";Status\n";
    house.apply(head + rowsOf(12, ";Öppen"));
    house.apply(
        head
            + rowsOf(12, ";Öppen").replaceFirst("(K3;[^\n]*);Öppen", "$1;Tillsatt")
            + "K99;X;Y;Boden;2026-12-24;https://jobb.example.se;Tillsatt\n");

    assertThat(house.changes()).endsWith("K3 v2 WITHDRAWN removed");
    assertThat(house.notices()).anyMatch(n -> n.contains("removal-of-unknown"));
  }

  @Test
  void anOlderWholeFileSaysNothingOfWhatANewerBrokenOneBrought() throws IOException {
    house.apply(file(12));
    house.apply(file(14).replace("K3;", ";"));
    assertThat(house.open()).hasSize(14);

    house = house.reopened(home, "timeZone: Europe/Helsinki\n" + feed("feed", 30));
    house.ingest().applyAgainWhatChanged();
    house.work();

    assertThat(house.open()).as("K13 and K14 are newer than the whole file").hasSize(14);
  }

  @Test
  void aChangedConfigurationAppliesTheLastDeliveryAgain() throws IOException {
    house.apply(file(12).replace("2026-12-24", "2026-12-24 12:00"));
    house = house.reopened(home, "timeZone: Europe/Helsinki\n" + feed("feed", 30));
    house.ingest().applyAgainWhatChanged();
    house.ingest().applyAgainWhatChanged();

    assertThat(house.work()).contains("12 accepted (12 new or changed)");
    assertThat(house.changes()).hasSize(24).contains("K3 v2 OPEN changed");
    house.ingest().applyAgainWhatChanged();
    assertThat(house.db().sql("select count(*) from delivery").query(Integer.class).single())
        .isEqualTo(2);
  }

  private String rows() {
    return house
        .db()
        .sql("select string_agg(xmin::text || ctid::text, ' ' order by id) from vacancy")
        .query(String.class)
        .single();
  }

  @Test
  void aKeyIsTheSameWhateverNobodySeesInIt() throws IOException {
    house.apply(file(12));

    assertThat(house.apply(file(12).replace("K3;", "\u200bK3\u00a0;")))
        .contains("12 accepted (0 new", "0 withdrawn");
    assertThat(house.open()).hasSize(12).contains("K3 Montör 3");
  }

  @Test
  void keysThatDifferInTheirCaseAloneAreTwoVacanciesWithANotice() throws IOException {
    assertThat(house.apply(file(12).replace("K3;", "k4;"))).contains("12 accepted");

    assertThat(house.open()).hasSize(12);
    assertThat(house.notices())
        .singleElement()
        .asString()
        .contains("record-key-case")
        .contains("K4");
  }

  @Test
  void aKeyWithoutEndIsRejectedAndCostsNobodyElse() throws IOException {
    assertThat(house.apply(file(12).replace("K3;", "K".repeat(5_000) + ";")))
        .contains("11 accepted", "1 rejected");

    assertThat(house.notices()).singleElement().asString().contains("record-key-too-long");
  }
}
