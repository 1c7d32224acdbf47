package norrhub.ingest;

import static norrhub.ingest.KraftJobs.feed;
import static norrhub.ingest.KraftJobs.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import norrhub.catalogue.HeldMoves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clocks that are set wrong, and time that passes. Sixty end on 23 November, forty a month later.
 */
class LeapingClockTest {
  private static final Duration A_DAY = Duration.ofDays(1);

  @TempDir Path home;
  private IngestHouse house;

  @BeforeEach
  void open() throws IOException {
    house = new IngestHouse(home, feed("feed", 30));
    house.apply(file(100).replaceAll("(?m)^(K(?:[1-9]|[1-5]\\d|60);.*)2026-12-24", "$12026-11-23"));
    house.clock();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void manyThatShareADeadlineExpireTogetherWhenItHasPassed() {
    house.later(Duration.ofHours(36));
    house.clock();

    assertThat(house.open()).hasSize(40);
    assertThat(house.held()).isEmpty();
  }

  @Test
  void aClockThatLeapsTwoDaysExpiresNothingAndSaysHowManyItWould() {
    house.leap(A_DAY.multipliedBy(2));
    house.clock();

    assertThat(house.open()).hasSize(100);
    assertThat(house.held().map(HeldMoves::vacancies)).contains(60);
    assertThat(house.held().map(HeldMoves::why).orElseThrow())
        .isEqualTo("The clock of this machine is 48 h 0 min ahead of the database's");
  }

  @Test
  void whileTheClockIsWrongTheDeadlinesOfTheDayAreKept() {
    house.leap(A_DAY.multipliedBy(40));
    house.clock();
    assertThat(house.open()).hasSize(100);

    house.later(Duration.ofHours(36));
    house.clock();
    assertThat(house.open()).as("forty days are not over").hasSize(40);
  }

  @Test
  void whenTheClockIsRightAgainNothingIsHeld() {
    house.leap(A_DAY.multipliedBy(2));
    house.clock();
    house.leap(A_DAY.multipliedBy(-2));
    house.clock();

    assertThat(house.held()).isEmpty();
    house.later(Duration.ofHours(36));
    house.clock();
    assertThat(house.open()).hasSize(40);
  }

  @Test
  void aMachineWhoseClockLeapsTogetherWithItsDatabaseExpiresNothing() {
    house.leapWithDatabase(A_DAY.multipliedBy(2));
    house.clock();

    assertThat(house.open()).hasSize(100);
    assertThat(house.held().map(HeldMoves::vacancies)).contains(60);
  }

  @Test
  void aRestartDuringTheLeapExpiresNothingEither() throws IOException {
    house.leapWithDatabase(A_DAY.multipliedBy(2));
    house.clock();
    house = house.restarted(home, feed("feed", 30));
    house.clock();

    assertThat(house.open()).hasSize(100);
    assertThat(house.held()).isPresent();
  }

  @Test
  void aHubThatWasDownForTwoDaysExpiresWhatEndedMeanwhile() throws IOException {
    house.later(A_DAY.multipliedBy(2));
    house = house.restarted(home, feed("feed", 30));
    house.clock();

    assertThat(house.open()).hasSize(40);
  }

  @Test
  void aClockThatFallsBackADayExpiresNothingAndOpensNothing() {
    house.leap(A_DAY.negated());
    house.clock();
    house.later(Duration.ofHours(36));
    house.clock();

    assertThat(house.open()).as("a day late, but never early").hasSize(100);
    house.leap(A_DAY);
    house.clock();
    assertThat(house.open()).hasSize(40);
  }

  @Test
  void aDeliveryThatComesWhileTheClockIsWrongExpiresNothing() throws IOException {
    house.leap(A_DAY.multipliedBy(2));
    house.apply(
        file(100)
            .replace("Montör", "Monteur")
            .replaceAll("(?m)^(K(?:[1-9]|[1-5]\\d|60);.*)2026-12-24", "$12026-11-23"));

    assertThat(house.open()).hasSize(100).contains("K3 Monteur 3");
  }

  @Test
  void aClockThatLeapsADayDoesNotMakeTwoMissesOfOne() throws IOException {
    house.apply(file(75));
    house.leap(A_DAY);
    assertThat(house.apply(file(75))).contains("0 withdrawn, 25 missing but kept");
    house.leap(A_DAY.negated());
    house.later(Duration.ofMinutes(5));

    assertThat(house.apply(file(75))).contains("0 withdrawn, 25 missing but kept");
    house.later(A_DAY);
    assertThat(house.apply(file(75))).contains("25 withdrawn");
  }

  @Test
  void aMissWhileTheClockIsADayBehindIsNoFirstMiss() throws IOException {
    house.leap(A_DAY.negated());
    house.apply(file(75));
    house.leap(A_DAY);
    house.later(Duration.ofMinutes(5));

    assertThat(house.apply(file(75))).contains("0 withdrawn, 25 missing but kept");
    house.later(A_DAY);
    assertThat(house.apply(file(75))).contains("25 withdrawn");
  }
}
