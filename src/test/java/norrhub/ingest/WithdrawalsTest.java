package norrhub.ingest;

import static norrhub.ingest.KraftJobs.feed;
import static norrhub.ingest.KraftJobs.file;
import static norrhub.ingest.KraftJobs.range;
import static norrhub.ingest.KraftJobs.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What slips under a ratio, and what a ratio alone would hold for ever. */
class WithdrawalsTest {
  private static final Duration A_DAY = Duration.ofHours(24);

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
  void aPageCutFromASmallListWithdrawsNothing() throws IOException {
    fixture.apply(file(42));

    assertThat(fixture.apply(file(30))).contains("0 withdrawn, 12 missing but kept");
    fixture.later(Duration.ofHours(1));
    fixture.apply(file(42));
    fixture.later(A_DAY);
    assertThat(fixture.apply(file(30))).contains("0 withdrawn, 12 missing but kept");
    assertThat(fixture.open()).hasSize(42);
  }

  @Test
  void tenBecomeSixOnceASecondDeliveryADayLaterSaysSo() throws IOException {
    fixture.apply(file(10));

    assertThat(fixture.apply(file(6))).contains("0 withdrawn, 4 missing but kept");
    fixture.later(A_DAY.minusSeconds(1));
    assertThat(fixture.apply(file(6))).startsWith("UNCHANGED").contains("0 withdrawn, 4 missing");
    fixture.later(Duration.ofSeconds(1));
    assertThat(fixture.apply(file(6))).startsWith("UNCHANGED").contains("4 withdrawn");
    assertThat(fixture.open()).hasSize(6);
    assertThat(fixture.isFailing()).isFalse();
  }

  @Test
  void aRowThatCannotBeReadIsRejectedAndNothingIsWithdrawn() throws IOException {
    fixture.apply(file(40));
    String fewer = without(without(file(40), 3), 4);

    assertThat(fixture.apply(fewer.replace("K9;", "K9;one;too;many;")))
        .contains("38 received", "1 rejected", "0 withdrawn, 3 missing but kept");
    assertThat(fixture.notices()).anyMatch(n -> n.contains("row-too-long"));
    assertThat(fixture.open()).hasSize(40);
    assertThat(fixture.isFailing()).isTrue();
    assertThat(fixture.apply(fewer)).contains("0 rejected, 2 withdrawn");
    assertThat(fixture.isFailing()).isFalse();
  }

  @Test
  void ofTwoRecordsWithOneKeyTheFirstStandsAndTheSecondIsReported() throws IOException {
    fixture.apply(
        file(6) + file(3).lines().skip(3).findFirst().orElseThrow().replace("Montör", "Kock"));

    assertThat(fixture.notices()).anyMatch(n -> n.contains("record-key-twice") && n.contains("K3"));
    assertThat(fixture.open()).hasSize(6);
    assertThat(fixture.db().sql("select count(*) from change").query(Long.class).single())
        .isEqualTo(6);
  }

  @Test
  void aListThatFlapsWithdrawsNothing() throws IOException {
    for (int poll = 0; poll < 6; poll++) {
      fixture.apply(file(100) + "\n".repeat(poll));
      fixture.later(Duration.ofHours(7));
      assertThat(fixture.apply(file(75) + "\n".repeat(poll))).contains(" 0 withdrawn, 25 missing");
      fixture.later(Duration.ofHours(7));
    }
    assertThat(fixture.changes()).hasSize(100);
  }

  @Test
  void whatCameBackLatelyNeedsASecondMissThoughItIsOne() throws IOException {
    fixture.apply(file(100));
    assertThat(fixture.apply(without(file(100), 3))).contains("1 withdrawn");
    fixture.later(Duration.ofDays(6));
    fixture.apply(file(100));

    assertThat(fixture.apply(without(without(file(100), 3), 4)))
        .contains("1 withdrawn, 1 missing but kept");
    assertThat(fixture.notices()).anyMatch(n -> n.contains("withdrawal-waits"));
    fixture.later(A_DAY);
    assertThat(fixture.apply(without(without(file(100), 3), 4))).contains("1 withdrawn");
    assertThat(fixture.open()).hasSize(98);
  }

  @Test
  void whatCameBackLongAgoGoesAtTheFirstMiss() throws IOException {
    fixture.apply(file(100));
    fixture.apply(without(file(100), 3));
    fixture.apply(file(100));
    fixture.later(Duration.ofDays(8));

    assertThat(fixture.apply(without(file(100), 3))).contains("1 withdrawn, 0 missing");
  }

  @Test
  void slicesOfAQuarterAreStoppedAtTheSecond() throws IOException {
    fixture.apply(file(100));
    for (int left : new int[] {75, 56, 42, 31}) {
      fixture.apply(file(left));
      fixture.later(A_DAY);
      fixture.apply(file(left) + "\n");
      fixture.later(A_DAY);
    }
    assertThat(fixture.open()).hasSize(75);
    assertThat(fixture.isFailing()).isTrue();
  }

  @Test
  void thinSlicesAreStoppedWhenTheWeekIsFull() throws IOException {
    fixture.apply(file(100));
    for (int left = 95; left >= 40; left -= 5) {
      fixture.apply(file(left));
      fixture.later(Duration.ofHours(2));
    }
    assertThat(fixture.open()).hasSize(70);
    fixture.apply(file(65) + "\n");
    assertThat(fixture.notices()).anyMatch(n -> n.contains("withdrawal-too-many-in-a-week"));
  }

  @Test
  void aWeekLaterAsManyMayGoAgain() throws IOException {
    fixture.apply(file(100));
    for (int left : new int[] {90, 80, 70}) {
      fixture.apply(file(left));
      fixture.later(Duration.ofHours(2));
    }
    fixture.later(Duration.ofDays(7));

    assertThat(fixture.apply(file(65))).contains("5 withdrawn");
  }

  @Test
  void deadlinesThatPassDoNotCountAsWithdrawals() throws IOException {
    String ending = file(100).replaceAll("(?m)^(K[1-5]\\d;.*)2026-12-24", "$12026-11-30");
    fixture.apply(ending);
    fixture.later(Duration.ofDays(9));
    fixture.clock();
    assertThat(fixture.open()).hasSize(50);

    assertThat(fixture.apply(range(60, 98)))
        .as("12 of 50 wait for a second word")
        .contains("0 withdrawn");
    assertThat(fixture.apply(range(60, 101).replace("K60;", "K1;")))
        .as("the list is half as long as the confirmed one, and that is right")
        .doesNotContain("withdrawal-too-many");
    assertThat(fixture.isFailing()).isFalse();
  }

  @Test
  void anEmptyListIsNoFirstMiss() throws IOException {
    fixture.apply(file(10));
    fixture.apply(KraftJobs.HEAD);
    fixture.later(A_DAY);

    assertThat(fixture.apply(file(6))).contains("0 withdrawn, 4 missing but kept");
    fixture.later(A_DAY);
    assertThat(fixture.apply(file(6))).contains("4 withdrawn");
  }

  @Test
  void theSameDeliveryAppliedAgainIsNoSecondMiss() throws IOException {
    fixture.apply(file(10));
    fixture.apply(file(6));
    fixture.later(A_DAY);
    fixture.db().sql("update delivery set fingerprint = 'another'").update();
    fixture.ingest().applyAgainWhatChanged();

    assertThat(fixture.work()).startsWith("APPLIED").contains("0 withdrawn, 4 missing but kept");
    assertThat(fixture.apply(file(6))).contains("4 withdrawn");
  }

  @Test
  void whatIsHeldGoesWhenTheAdminToleratesIt() throws IOException {
    fixture.apply(file(100));
    assertThat(fixture.apply(file(50))).contains("0 withdrawn, 50 missing but kept");
    assertThat(fixture.isFailing()).isTrue();

    fixture = fixture.reopened(home, feed("feed", 100));
    assertThat(fixture.apply(file(50))).contains("50 withdrawn");
    assertThat(fixture.isFailing()).isFalse();
  }

  @Test
  void eachFileNameHasItsOwnMeasure() throws IOException {
    fixture = fixture.reopened(home, feed("file", 30));
    fixture.receive("north.csv", file(100));
    fixture.receive("south.csv", file(8).replace("K", "S"));
    fixture.work();
    fixture.receive("north.csv", file(95));
    assertThat(fixture.work()).contains("5 withdrawn");
    fixture.receive("south.csv", file(7).replace("K", "S"));

    assertThat(fixture.work()).contains("0 withdrawn, 1 missing but kept");
    assertThat(
            fixture
                .db()
                .sql("select scope || ' ' || records from confirmed_size order by 1")
                .query(String.class)
                .list())
        .containsExactly("north.csv 95", "south.csv 8");
  }
}
