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
  private IngestFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new IngestFixture(home, feed("feed", 30));
    fixture.apply(
        file(100).replaceAll("(?m)^(K(?:[1-9]|[1-5]\\d|60);.*)2026-12-24", "$12026-11-23"));
    fixture.clock();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void manyThatShareADeadlineExpireTogetherWhenItHasPassed() {
    fixture.later(Duration.ofHours(36));
    fixture.clock();

    assertThat(fixture.open()).hasSize(40);
    assertThat(fixture.held()).isEmpty();
  }

  @Test
  void aClockThatLeapsTwoDaysExpiresNothingAndSaysHowManyItWould() {
    fixture.leap(A_DAY.multipliedBy(2));
    fixture.clock();

    assertThat(fixture.open()).hasSize(100);
    assertThat(fixture.held().map(HeldMoves::vacancies)).contains(60);
    assertThat(fixture.held().map(HeldMoves::why).orElseThrow())
        .isEqualTo("The clock of this machine is 48 h 0 min ahead of the database's");
  }

  @Test
  void whileTheClockIsWrongTheDeadlinesOfTheDayAreKept() {
    fixture.leap(A_DAY.multipliedBy(40));
    fixture.clock();
    assertThat(fixture.open()).hasSize(100);

    fixture.later(Duration.ofHours(36));
    fixture.clock();
    assertThat(fixture.open()).as("forty days are not over").hasSize(40);
  }

  @Test
  void whenTheClockIsRightAgainNothingIsHeld() {
    fixture.leap(A_DAY.multipliedBy(2));
    fixture.clock();
    fixture.leap(A_DAY.multipliedBy(-2));
    fixture.clock();

    assertThat(fixture.held()).isEmpty();
    fixture.later(Duration.ofHours(36));
    fixture.clock();
    assertThat(fixture.open()).hasSize(40);
  }

  @Test
  void aMachineWhoseClockLeapsTogetherWithItsDatabaseExpiresNothing() {
    fixture.leapWithDatabase(A_DAY.multipliedBy(2));
    fixture.clock();

    assertThat(fixture.open()).hasSize(100);
    assertThat(fixture.held().map(HeldMoves::vacancies)).contains(60);
  }

  @Test
  void aRestartDuringTheLeapExpiresNothingEither() throws IOException {
    fixture.leapWithDatabase(A_DAY.multipliedBy(2));
    fixture.clock();
    fixture = fixture.restarted(home, feed("feed", 30));
    fixture.clock();

    assertThat(fixture.open()).hasSize(100);
    assertThat(fixture.held()).isPresent();
  }

  @Test
  void aHubThatWasDownForTwoDaysExpiresWhatEndedMeanwhile() throws IOException {
    fixture.later(A_DAY.multipliedBy(2));
    fixture = fixture.restarted(home, feed("feed", 30));
    fixture.clock();

    assertThat(fixture.open()).hasSize(40);
  }

  @Test
  void aClockThatFallsBackADayExpiresNothingAndOpensNothing() {
    fixture.leap(A_DAY.negated());
    fixture.clock();
    fixture.later(Duration.ofHours(36));
    fixture.clock();

    assertThat(fixture.open()).as("a day late, but never early").hasSize(100);
    fixture.leap(A_DAY);
    fixture.clock();
    assertThat(fixture.open()).hasSize(40);
  }

  @Test
  void aDeliveryThatComesWhileTheClockIsWrongExpiresNothing() throws IOException {
    fixture.leap(A_DAY.multipliedBy(2));
    fixture.apply(
        file(100)
            .replace("Montör", "Monteur")
            .replaceAll("(?m)^(K(?:[1-9]|[1-5]\\d|60);.*)2026-12-24", "$12026-11-23"));

    assertThat(fixture.open()).hasSize(100).contains("K3 Monteur 3");
  }

  @Test
  void aClockThatLeapsADayDoesNotMakeTwoMissesOfOne() throws IOException {
    fixture.apply(file(75));
    fixture.leap(A_DAY);
    assertThat(fixture.apply(file(75))).contains("0 withdrawn, 25 missing but kept");
    fixture.leap(A_DAY.negated());
    fixture.later(Duration.ofMinutes(5));

    assertThat(fixture.apply(file(75))).contains("0 withdrawn, 25 missing but kept");
    fixture.later(A_DAY);
    assertThat(fixture.apply(file(75))).contains("25 withdrawn");
  }

  @Test
  void aMissWhileTheClockIsADayBehindIsNoFirstMiss() throws IOException {
    fixture.leap(A_DAY.negated());
    fixture.apply(file(75));
    fixture.leap(A_DAY);
    fixture.later(Duration.ofMinutes(5));

    assertThat(fixture.apply(file(75))).contains("0 withdrawn, 25 missing but kept");
    fixture.later(A_DAY);
    assertThat(fixture.apply(file(75))).contains("25 withdrawn");
  }
}
