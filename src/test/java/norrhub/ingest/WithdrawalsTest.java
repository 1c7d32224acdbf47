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
  void aPageCutFromASmallListWithdrawsNothing() throws IOException {
    house.apply(file(42));

    assertThat(house.apply(file(30))).contains("0 withdrawn, 12 missing but kept");
    house.later(Duration.ofHours(1));
    house.apply(file(42));
    house.later(A_DAY);
    assertThat(house.apply(file(30))).contains("0 withdrawn, 12 missing but kept");
    assertThat(house.open()).hasSize(42);
  }

  @Test
  void tenBecomeSixOnceASecondDeliveryADayLaterSaysSo() throws IOException {
    house.apply(file(10));

    assertThat(house.apply(file(6))).contains("0 withdrawn, 4 missing but kept");
    house.later(A_DAY.minusSeconds(1));
    assertThat(house.apply(file(6))).startsWith("UNCHANGED").contains("0 withdrawn, 4 missing");
    house.later(Duration.ofSeconds(1));
    assertThat(house.apply(file(6))).startsWith("UNCHANGED").contains("4 withdrawn");
    assertThat(house.open()).hasSize(6);
    assertThat(house.isSick()).isFalse();
  }

  @Test
  void aListThatFlapsWithdrawsNothing() throws IOException {
    for (int poll = 0; poll < 6; poll++) {
      house.apply(file(100) + "\n".repeat(poll));
      house.later(Duration.ofHours(7));
      assertThat(house.apply(file(75) + "\n".repeat(poll))).contains(" 0 withdrawn, 25 missing");
      house.later(Duration.ofHours(7));
    }
    assertThat(house.changes()).hasSize(100);
  }

  @Test
  void whatCameBackLatelyNeedsASecondMissThoughItIsOne() throws IOException {
    house.apply(file(100));
    assertThat(house.apply(without(file(100), 3))).contains("1 withdrawn");
    house.later(Duration.ofDays(6));
    house.apply(file(100));

    assertThat(house.apply(without(without(file(100), 3), 4)))
        .contains("1 withdrawn, 1 missing but kept");
    assertThat(house.notices()).anyMatch(n -> n.contains("withdrawal-waits"));
    house.later(A_DAY);
    assertThat(house.apply(without(without(file(100), 3), 4))).contains("1 withdrawn");
    assertThat(house.open()).hasSize(98);
  }

  @Test
  void whatCameBackLongAgoGoesAtTheFirstMiss() throws IOException {
    house.apply(file(100));
    house.apply(without(file(100), 3));
    house.apply(file(100));
    house.later(Duration.ofDays(8));

    assertThat(house.apply(without(file(100), 3))).contains("1 withdrawn, 0 missing");
  }

  @Test
  void slicesOfAQuarterAreStoppedAtTheSecond() throws IOException {
    house.apply(file(100));
    for (int left : new int[] {75, 56, 42, 31}) {
      house.apply(file(left));
      house.later(A_DAY);
      house.apply(file(left) + "\n");
      house.later(A_DAY);
    }
    assertThat(house.open()).hasSize(75);
    assertThat(house.isSick()).isTrue();
  }

  @Test
  void thinSlicesAreStoppedWhenTheWeekIsFull() throws IOException {
    house.apply(file(100));
    for (int left = 95; left >= 40; left -= 5) {
      house.apply(file(left));
      house.later(Duration.ofHours(2));
    }
    assertThat(house.open()).hasSize(70);
    house.apply(file(65) + "\n");
    assertThat(house.notices()).anyMatch(n -> n.contains("withdrawal-too-many-in-a-week"));
  }

  @Test
  void aWeekLaterAsManyMayGoAgain() throws IOException {
    house.apply(file(100));
    for (int left : new int[] {90, 80, 70}) {
      house.apply(file(left));
      house.later(Duration.ofHours(2));
    }
    house.later(Duration.ofDays(7));

    assertThat(house.apply(file(65))).contains("5 withdrawn");
  }

  @Test
  void deadlinesThatPassDoNotCountAsWithdrawals() throws IOException {
    String ending = file(100).replaceAll("(?m)^(K[1-5]\\d;.*)2026-12-24", "$12026-11-30");
    house.apply(ending);
    house.later(Duration.ofDays(9));
    house.clock();
    assertThat(house.open()).hasSize(50);

    assertThat(house.apply(range(60, 98)))
        .as("12 of 50 wait for a second word")
        .contains("0 withdrawn");
    assertThat(house.apply(range(60, 101).replace("K60;", "K1;")))
        .as("the list is half as long as the confirmed one, and that is right")
        .doesNotContain("withdrawal-too-many");
    assertThat(house.isSick()).isFalse();
  }

  @Test
  void anEmptyListIsNoFirstMiss() throws IOException {
    house.apply(file(10));
    house.apply(KraftJobs.HEAD);
    house.later(A_DAY);

    assertThat(house.apply(file(6))).contains("0 withdrawn, 4 missing but kept");
    house.later(A_DAY);
    assertThat(house.apply(file(6))).contains("4 withdrawn");
  }

  @Test
  void theSameDeliveryAppliedAgainIsNoSecondMiss() throws IOException {
    house.apply(file(10));
    house.apply(file(6));
    house.later(A_DAY);
    house.db().sql("update delivery set fingerprint = 'another'").update();
    house.ingest().applyAgainWhatChanged();

    assertThat(house.work()).startsWith("APPLIED").contains("0 withdrawn, 4 missing but kept");
    assertThat(house.apply(file(6))).contains("4 withdrawn");
  }

  @Test
  void whatIsHeldGoesWhenTheAdminToleratesIt() throws IOException {
    house.apply(file(100));
    assertThat(house.apply(file(50))).contains("0 withdrawn, 50 missing but kept");
    assertThat(house.isSick()).isTrue();

    house = house.reopened(home, feed("feed", 100));
    assertThat(house.apply(file(50))).contains("50 withdrawn");
    assertThat(house.isSick()).isFalse();
  }

  @Test
  void eachFileNameHasItsOwnMeasure() throws IOException {
    house = house.reopened(home, feed("file", 30));
    house.receive("north.csv", file(100));
    house.receive("south.csv", file(8).replace("K", "S"));
    house.work();
    house.receive("north.csv", file(95));
    assertThat(house.work()).contains("5 withdrawn");
    house.receive("south.csv", file(7).replace("K", "S"));

    assertThat(house.work()).contains("0 withdrawn, 1 missing but kept");
    assertThat(
            house
                .db()
                .sql("select scope || ' ' || records from confirmed_size order by 1")
                .query(String.class)
                .list())
        .containsExactly("north.csv 95", "south.csv 8");
  }
}
