package norrhub.admin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.Sample;
import norrhub.admin.endpoint.FeedStatus.Health;
import norrhub.delivery.DeliveryState;
import norrhub.delivery.FeedReport;
import norrhub.delivery.Rhythm;
import norrhub.delivery.feed.FeedState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {
  private static final Instant NOW = Sample.NOON;
  private static final Optional<String> NO = Optional.empty();
  private static final Optional<FeedState> NEVER_POLLED = Optional.empty();
  private static final Optional<FeedReport> NOTHING = Optional.empty();

  static Stream<Arguments> feeds() {
    return Stream.of(
        arguments(
            "off", Health.OFF, "unsigned", "-", Optional.of("unsigned"), NO, failing(), well()),
        arguments(
            "format rejected",
            Health.FAILING,
            "its format `x` is rejected",
            "-",
            NO,
            Optional.of("x"),
            polled(),
            well()),
        arguments("failing polls", Health.FAILING, "HTTP 500", days(2), NO, NO, failing(), well()),
        arguments(
            "failing and held", Health.FAILING, "HTTP 500", days(2), NO, NO, failing(), bad()),
        arguments(
            "bad for three days",
            Health.FAILING,
            "The file is empty",
            days(3),
            NO,
            NO,
            polled(),
            bad()),
        arguments("pause", Health.BACKING_OFF, "HTTP 429", days(-1), NO, NO, paused(), well()),
        arguments(
            "thirty days of nothing",
            Health.SILENT,
            "nothing came for 30 days",
            days(30),
            NO,
            NO,
            polled(),
            came(30)),
        arguments(
            "three days, usually one",
            Health.SILENT,
            "usually something comes within 24 h",
            days(3),
            NO,
            NO,
            polled(),
            came(3)),
        arguments(
            "its delivery cannot be applied",
            Health.FAILING,
            "3 times so far: disk full",
            days(2),
            NO,
            NO,
            polled(),
            stumbling()),
        arguments("one day, as usual", Health.OK, "", "-", NO, NO, polled(), came(1)),
        arguments(
            "polled for a month, never anything",
            Health.SILENT,
            "nothing came for 29 days",
            days(29),
            NO,
            NO,
            polled(),
            NOTHING),
        arguments("never polled", Health.NEW, "", "-", NO, NO, NEVER_POLLED, NOTHING));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("feeds")
  void theWorstThatHoldsIsSaidWithItsReasonAndItsBeginning(
      String feed,
      Health health,
      String reason,
      String since,
      Optional<String> off,
      Optional<String> rejectedFormat,
      Optional<FeedState> state,
      Optional<FeedReport> report) {
    Diagnosis diagnosis = Diagnosis.of(off, rejectedFormat, state, report, NOW);

    assertThat(diagnosis.health()).isEqualTo(health);
    assertThat(diagnosis.reason().orElse("")).contains(reason);
    assertThat(diagnosis.reason().isPresent()).isEqualTo(!reason.isEmpty());
    assertThat(diagnosis.since().map(Instant::toString).orElse("-")).isEqualTo(since);
  }

  private static String days(int before) {
    return ago(before).toString();
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  private static Optional<FeedState> polled() {
    return state(Optional.empty(), Optional.empty());
  }

  private static Optional<FeedState> failing() {
    return state(Optional.of(ago(2)), Optional.empty());
  }

  private static Optional<FeedState> paused() {
    return state(Optional.empty(), Optional.of(ago(-1)));
  }

  private static Optional<FeedState> state(Optional<Instant> failing, Optional<Instant> pause) {
    return Optional.of(
        new FeedState(
            "x",
            Optional.of(ago(29)),
            Optional.of(NOW),
            Optional.of(NOW),
            failing,
            failing.map(at -> "HTTP 500"),
            pause,
            pause.map(at -> "HTTP 429")));
  }

  private static Optional<FeedReport> well() {
    return came(0);
  }

  private static Optional<FeedReport> came(int daysAgo) {
    return report(Optional.empty(), NO, daysAgo);
  }

  private static Optional<FeedReport> bad() {
    return report(Optional.of(ago(3)), Optional.of("The file is empty."), 0);
  }

  private static Optional<FeedReport> report(
      Optional<Instant> since, Optional<String> trouble, int daysAgo) {
    List<Instant> arrivals = Stream.of(4, 3, 2, 1, 0).map(day -> ago(daysAgo + day)).toList();
    var last =
        new FeedReport.Last("x-7", DeliveryState.APPLIED, "counts", ago(daysAgo), 0, 0, trouble);
    return Optional.of(
        new FeedReport(
            "x",
            Optional.of(last),
            since,
            Optional.empty(),
            0,
            Optional.of(new Rhythm(arrivals, ago(daysAgo)))));
  }

  /** The hub itself cannot apply what came, though all before it was well. */
  private static Optional<FeedReport> stumbling() {
    return came(1)
        .map(
            well ->
                new FeedReport(
                    well.feed(),
                    well.last(),
                    Optional.of(ago(2)),
                    Optional.of("x-8 could not be applied, 3 times so far: disk full"),
                    1,
                    well.rhythm()));
  }
}
