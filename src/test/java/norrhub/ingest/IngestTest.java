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
  void everythingOfAFirstFileIsNew() throws IOException {
    assertThat(fixture.apply(file(12)))
        .isEqualTo(
            "APPLIED: 12 received, 12 accepted (12 new or changed), 0 rejected, 0 withdrawn, 0 missing but kept; 0 notices");
    assertThat(fixture.open()).hasSize(12).contains("K3 Montör 3");
  }

  @Test
  void theSameFileAgainIsNotEvenParsed() throws IOException {
    fixture.apply(file(12));

    assertThat(fixture.apply(file(12)))
        .isEqualTo(
            "UNCHANGED: the same as kraft-jobs-1: 12 received, 12 accepted, 0 rejected, 0 notices");
    assertThat(fixture.changes()).hasSize(12);
  }

  @Test
  void theSameVacanciesInOtherBytesWriteNothing() throws IOException {
    fixture.apply(file(12));
    String rows = rows();

    assertThat(fixture.apply(file(12) + "\n\n")).contains("12 accepted (0 new or changed)");
    assertThat(rows()).isEqualTo(rows);
  }

  /** Longer than a batch: what is quiet is compared without a look into the database. */
  @Test
  void aLongFileWritesItsNewsAloneAndTellsAllItsNoticesAgain() throws IOException {
    String first = file(1200).replace("Montör 900;Du bygger elnät.;", "Montör 900;;");
    String second = first.replace("Montör 1000", "Elektriker 1000");
    fixture.apply(first);
    String rows = rows();

    assertThat(fixture.apply(first + "\n\n")).contains("1200 accepted (0 new or changed)");
    assertThat(rows()).isEqualTo(rows);
    assertThat(fixture.notices()).singleElement().asString().contains("description-missing");

    assertThat(fixture.apply(second)).contains("1200 accepted (1 new or changed)");
    assertThat(fixture.notices()).singleElement().asString().contains("description-missing");
    assertThat(fixture.open()).contains("K1000 Elektriker 1000");
  }

  @Test
  void whatIsMissingFromALongFileIsWithdrawnAndComesBack() throws IOException {
    fixture.apply(file(1200));
    fixture.apply(without(file(1200), 900));
    fixture.apply(file(1200));

    assertThat(fixture.changes()).endsWith("K900 v2 WITHDRAWN absent", "K900 v3 OPEN reopened");
  }

  @Test
  void whatCouldNotBeReadWholeProvesNothingWhenItComesAgain() throws IOException {
    fixture.apply(file(12));
    fixture.apply(file(12).replace("K3;", ";"));
    int held = fixture.report().last().orElseThrow().heldBack();

    assertThat(fixture.apply(file(12).replace("K3;", ";")))
        .isEqualTo(
            "UNCHANGED: the same as kraft-jobs-2: 12 received, 11 accepted, 1 rejected, 2 notices");
    assertThat(fixture.report().last().orElseThrow().heldBack()).isEqualTo(held).isEqualTo(1);
    assertThat(fixture.isFailing()).isTrue();
    fixture.later(Duration.ofDays(3));
    fixture.apply(file(12).replace("K3;", ";"));
    assertThat(fixture.open()).hasSize(12);
  }

  @Test
  void aBThenAEndsAsA() throws IOException {
    fixture.apply(file(12));
    fixture.apply(file(12).replace("Montör 3", "Elektriker 3"));
    fixture.apply(file(12));

    assertThat(fixture.open()).contains("K3 Montör 3");
    assertThat(fixture.changes()).endsWith("K3 v2 OPEN changed", "K3 v3 OPEN changed");
  }

  @Test
  void aVacancyLeftOutOfAWholeFileIsWithdrawnAndComesBackUnderItsOldId() throws IOException {
    fixture.apply(file(40));

    assertThat(fixture.apply(without(file(40), 3))).contains("1 withdrawn");
    assertThat(fixture.open()).hasSize(39);
    fixture.apply(file(40));
    assertThat(fixture.changes()).endsWith("K3 v2 WITHDRAWN absent", "K3 v3 OPEN reopened");
  }

  @Test
  void aDeliveryThatDidNotComeWholeIsTakenAndWithdrawsNothing() throws IOException {
    fixture.apply(file(12));

    assertThat(fixture.applyIncomplete(without(file(13), 3), "page 2: HTTP 500"))
        .contains("12 accepted (1 new or changed)", "0 withdrawn, 1 missing but kept");
    assertThat(fixture.notices())
        .anyMatch(n -> n.startsWith("WARNING | delivery-incomplete") && n.contains("HTTP 500"))
        .anyMatch(n -> n.contains("withdrawal-not-proven"));
    assertThat(fixture.open()).hasSize(13);
  }

  @Test
  void aFeedWhoseFirstDeliveryDidNotComeWholeIsFailingThoughNothingIsMissing() throws IOException {
    fixture.applyIncomplete(file(3), "page 2: HTTP 500");
    assertThat(fixture.isFailing()).isTrue();

    fixture.apply(file(4));
    assertThat(fixture.isFailing()).isFalse();
  }

  @Test
  void aFeedWhoseFileCouldNotBeReadToItsEndIsFailingThoughNothingIsMissing() throws IOException {
    fixture.apply("");

    assertThat(fixture.isFailing()).isTrue();
  }

  @Test
  void aDeliveryThatDidNotComeWholeConfirmsNothingThoughItsBytesAreTheSame() throws IOException {
    fixture.apply(file(12));

    assertThat(fixture.applyIncomplete(file(12), "the server declares 20 records, and 12 came"))
        .startsWith("APPLIED: 12 received, 12 accepted (0 new or changed)");
    assertThat(fixture.apply(file(12))).startsWith("APPLIED");
  }

  @Test
  void anEmptyFileWithdrawsNothingAndSaysWhy() throws IOException {
    fixture.apply(file(12));

    assertThat(fixture.apply("")).contains("0 withdrawn, 12 missing but kept");
    assertThat(fixture.notices()).anyMatch(n -> n.contains("withdrawal-not-proven | jobs.csv:0"));
    assertThat(fixture.open()).hasSize(12);
  }

  @Test
  void aFileWithAHeadingAndNothingElseWithdrawsNothingAndSaysWhy() throws IOException {
    fixture.apply(file(12));

    assertThat(fixture.apply(HEAD)).contains("0 withdrawn, 12 missing but kept");
    assertThat(fixture.notices())
        .anyMatch(n -> n.contains("withdrawal-too-few-records") && n.contains("0 records"));
  }

  @Test
  void aFileOfATenthWithdrawsNothingAndSaysWhy() throws IOException {
    fixture.apply(file(100));

    assertThat(fixture.apply(file(10))).contains("0 withdrawn, 90 missing but kept");
    assertThat(fixture.notices())
        .anyMatch(n -> n.contains("withdrawal-too-many-absent") && n.contains("90 of 100 missing"));
  }

  @Test
  void aRejectedRecordIsPresentNotAbsent() throws IOException {
    fixture.apply(file(12));

    assertThat(fixture.apply(file(12).replace("Montör 3", "")))
        .contains("11 accepted (0 new or changed), 1 rejected, 0 withdrawn");
    assertThat(fixture.open()).as("the last good version stays").contains("K3 Montör 3");
    assertThat(fixture.notices())
        .anyMatch(n -> n.startsWith("ERROR | ") && n.contains("jobs.csv:4 | K3 | title"));
  }

  @Test
  void aRecordWithoutAKeyIsReportedAndWithdrawsNothing() throws IOException {
    fixture.apply(file(12));

    assertThat(fixture.apply(file(12).replace("K3;", ";"))).contains("1 rejected, 0 withdrawn");
    assertThat(fixture.notices()).anyMatch(n -> n.contains("record-without-key | jobs.csv:4"));
    assertThat(fixture.open()).hasSize(12);
  }

  @Test
  void ofTwoRecordsWithOneKeyTheFirstStands() throws IOException {
    fixture.apply(file(12) + "K3;Svetsare;Text;Boden;2026-12-24;https://jobb.example.se/3\n");

    assertThat(fixture.open()).hasSize(12).contains("K3 Montör 3");
    assertThat(fixture.notices())
        .containsExactly("ERROR | record-key-twice | jobs.csv:14 | K3 |  | K3");
  }

  @Test
  void whatWasFoundIsReportedAgainAsLongAsItHolds() throws IOException {
    String file = file(12).replace("2026-12-24", "när det passar");
    fixture.apply(file);
    List<String> first = fixture.notices();
    fixture.apply(file + "\n");

    assertThat(first).hasSize(12);
    assertThat(fixture.notices()).isEqualTo(first);
  }

  @Test
  void aSmallFeedWithdrawsWhatIsMissingForADay() throws IOException {
    fixture.apply(file(8));
    assertThat(fixture.apply(without(file(8), 3))).contains("0 withdrawn, 1 missing but kept");
    fixture.later(Duration.ofHours(23));
    assertThat(fixture.apply(without(file(8), 3)))
        .isEqualTo(
            "UNCHANGED: the same as kraft-jobs-2: 7 received, 7 accepted, 0 rejected, 1 notice; now 0 withdrawn, 1 missing but kept");

    fixture.later(Duration.ofHours(2));
    assertThat(fixture.apply(without(file(8), 3))).contains("1 withdrawn");
    assertThat(fixture.open()).hasSize(7);
  }

  @Test
  void aSmallFeedKeepsWhatComesBackWithinTheDay() throws IOException {
    fixture.apply(file(8));
    fixture.apply(without(file(8), 3));
    fixture.later(Duration.ofHours(23));
    fixture.apply(file(8));
    fixture.later(Duration.ofHours(2));

    assertThat(fixture.apply(without(file(8), 3))).contains("0 withdrawn, 1 missing but kept");
  }

  @Test
  void theSameUnreadableBytesAreNotParsedAgainUntilTheHubIsRestarted() throws IOException {
    fixture.apply(file(12));
    String cut = file(12) + "K13;\"Mont";
    String first = fixture.apply(cut);
    Optional<String> trouble = fixture.trouble();

    assertThat(first).startsWith("APPLIED: 12 received");
    assertThat(fixture.apply(cut))
        .isEqualTo(
            "UNCHANGED: the same as kraft-jobs-2: 12 received, 12 accepted, 0 rejected, 1 notice");
    assertThat(fixture.apply(cut)).startsWith("UNCHANGED: the same as kraft-jobs-2: ");
    assertThat(fixture.trouble()).isEqualTo(trouble).isPresent();

    fixture = fixture.reopened(home, feed("feed", 30));
    assertThat(fixture.apply(cut)).startsWith("APPLIED: 12 received");
    assertThat(fixture.apply(file(12))).startsWith("APPLIED: 12 received");
    assertThat(fixture.isFailing()).isFalse();
  }

  @Test
  void bytesThatLackOneWayAreReadAgainWhenTheyLackAnother() throws IOException {
    String table = file(12);
    fixture.applyIncomplete(table, "page 2 is missing");

    assertThat(fixture.applyIncomplete(table, "page 2 is missing")).startsWith("UNCHANGED");
    assertThat(fixture.applyIncomplete(table, "page 3 is missing")).startsWith("APPLIED");
    assertThat(fixture.apply(table)).startsWith("APPLIED");
    assertThat(fixture.apply(table)).startsWith("UNCHANGED");
  }

  @Test
  void aDeliveryThatTakesTooLongIsReadNoFurtherAndWithdrawsNothing() throws IOException {
    fixture.apply(file(60));
    fixture =
        fixture.reopened(
            home,
            feed("feed", 30),
            "--norrhub.reading-time.per-delivery=0s",
            "--norrhub.reading-time.per-record=0s");

    assertThat(fixture.apply(without(file(60), 1))).contains("20 received", "0 withdrawn");
    assertThat(fixture.notices())
        .anyMatch(notice -> notice.startsWith("ERROR | delivery-over-time"))
        .anyMatch(notice -> notice.contains("20 records were read"));
    assertThat(fixture.isFailing()).isTrue();
    assertThat(fixture.open()).hasSize(60);
  }

  @Test
  void aFeedThatSpeaksForChangesWithdrawsNothingByAbsence() throws IOException {
    fixture = fixture.reopened(home, feed("changes", 30));
    fixture.apply(file(12));

    assertThat(fixture.apply(without(file(12), 3))).contains("0 withdrawn, 0 missing");
  }

  @Test
  void inAFeedOfChangesTheLaterWordOnAVacancyStands() throws IOException {
    fixture = fixture.reopened(home, feed("changes", 30));
    String row = "K1;Montör;Text;Boden;2026-12-24;https://jobb.example.se/1;";
    fixture.apply(HEAD.strip() + ";Status\n" + row + "Öppen\n" + row + "Tillsatt\n");

    assertThat(fixture.changes()).containsExactly("K1 v1 OPEN new", "K1 v2 WITHDRAWN removed");
  }

  @Test
  void aFileSpeaksForItsOwnNameOnly() throws IOException {
    fixture = fixture.reopened(home, feed("file", 30));
    fixture.receive("north.csv", file(40));
    fixture.receive("south.csv", file(12).replace("K", "S"));
    fixture.work();
    fixture.receive("north.csv", without(file(40), 3));

    assertThat(fixture.work()).contains("1 withdrawn");
    assertThat(fixture.open()).hasSize(51).doesNotContain("K3 Montör 3").contains("S3 Montör 3");
  }

  @Test
  void anExplicitRemovalActsAtOnceAndOfSomethingUnknownIsOnlyReported() throws IOException {
    String head = HEAD.strip() + ";Status\n";
    fixture.apply(head + rowsOf(12, ";Öppen"));
    fixture.apply(
        head
            + rowsOf(12, ";Öppen").replaceFirst("(K3;[^\n]*);Öppen", "$1;Tillsatt")
            + "K99;X;Y;Boden;2026-12-24;https://jobb.example.se;Tillsatt\n");

    assertThat(fixture.changes()).endsWith("K3 v2 WITHDRAWN removed");
    assertThat(fixture.notices()).anyMatch(n -> n.contains("removal-of-unknown"));
  }

  @Test
  void anOlderWholeFileSaysNothingOfWhatANewerBrokenOneBrought() throws IOException {
    fixture.apply(file(12));
    fixture.apply(file(14).replace("K3;", ";"));
    assertThat(fixture.open()).hasSize(14);

    fixture = fixture.reopened(home, "timeZone: Europe/Helsinki\n" + feed("feed", 30));
    fixture.ingest().applyAgainWhatChanged();
    fixture.work();

    assertThat(fixture.open()).as("K13 and K14 are newer than the whole file").hasSize(14);
  }

  @Test
  void aChangedConfigurationAppliesTheLastDeliveryAgain() throws IOException {
    fixture.apply(file(12).replace("2026-12-24", "2026-12-24 12:00"));
    fixture = fixture.reopened(home, "timeZone: Europe/Helsinki\n" + feed("feed", 30));
    fixture.ingest().applyAgainWhatChanged();
    fixture.ingest().applyAgainWhatChanged();

    assertThat(fixture.work()).contains("12 accepted (12 new or changed)");
    assertThat(fixture.changes()).hasSize(24).contains("K3 v2 OPEN changed");
    fixture.ingest().applyAgainWhatChanged();
    assertThat(fixture.db().sql("select count(*) from delivery").query(Integer.class).single())
        .isEqualTo(2);
  }

  private String rows() {
    return fixture
        .db()
        .sql("select string_agg(xmin::text || ctid::text, ' ' order by id) from vacancy")
        .query(String.class)
        .single();
  }

  @Test
  void aKeyIsTheSameWhateverNobodySeesInIt() throws IOException {
    fixture.apply(file(12));

    assertThat(fixture.apply(file(12).replace("K3;", "\u200bK3\u00a0;")))
        .contains("12 accepted (0 new", "0 withdrawn");
    assertThat(fixture.open()).hasSize(12).contains("K3 Montör 3");
  }

  @Test
  void keysThatDifferInTheirCaseAloneAreTwoVacanciesWithANotice() throws IOException {
    assertThat(fixture.apply(file(12).replace("K3;", "k4;"))).contains("12 accepted");

    assertThat(fixture.open()).hasSize(12);
    assertThat(fixture.notices())
        .singleElement()
        .asString()
        .contains("record-key-case")
        .contains("K4");
  }

  @Test
  void aKeyWithoutEndIsRejectedAndCostsNobodyElse() throws IOException {
    assertThat(fixture.apply(file(12).replace("K3;", "K".repeat(5_000) + ";")))
        .contains("11 accepted", "1 rejected");

    assertThat(fixture.notices()).singleElement().asString().contains("record-key-too-long");
  }
}
