package norrhub.admin.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import norrhub.admin.endpoint.FeedStatus.Health;
import norrhub.delivery.FeedReport;
import norrhub.delivery.Rhythm;
import norrhub.delivery.feed.FeedState;
import norrhub.platform.Span;

/**
 * Whether somebody has to look at a feed, since when, and why.
 *
 * @param health the worst that holds: a feed that cannot be fetched is failing, whatever it brought
 */
record Diagnosis(Health health, Optional<Instant> since, Optional<String> reason) {

  /**
   * @param off why the partner's feeds are not polled, if so
   * @param rejectedFormat the feed's format, where that is rejected
   */
  static Diagnosis of(
      Optional<String> off,
      Optional<String> rejectedFormat,
      Optional<FeedState> state,
      Optional<FeedReport> report,
      Instant now) {
    if (off.isPresent()) {
      return new Diagnosis(Health.OFF, Optional.empty(), off);
    }
    if (rejectedFormat.isPresent()) {
      return failing("its format `" + rejectedFormat.get() + "` is rejected: deliveries wait");
    }
    Optional<Instant> failing = state.flatMap(FeedState::failingSince);
    if (failing.isPresent()) {
      return new Diagnosis(Health.FAILING, failing, state.flatMap(FeedState::failure));
    }
    Optional<String> trouble = report.flatMap(FeedReport::trouble);
    if (trouble.isPresent()) {
      return new Diagnosis(Health.FAILING, report.flatMap(FeedReport::troubledSince), trouble);
    }
    Optional<Instant> pause = state.flatMap(FeedState::notBefore).filter(now::isBefore);
    if (pause.isPresent()) {
      return new Diagnosis(Health.BACKING_OFF, pause, state.flatMap(FeedState::waitReason));
    }
    Optional<Rhythm> rhythm =
        report
            .flatMap(FeedReport::rhythm)
            .or(() -> state.flatMap(FeedState::firstPoll).map(Rhythm::ofNothing));
    if (rhythm.filter(its -> its.isSilent(now)).isPresent()) {
      return silent(rhythm.get(), now);
    }
    boolean polled = state.flatMap(FeedState::lastPoll).isPresent();
    return new Diagnosis(polled ? Health.OK : Health.NEW, Optional.empty(), Optional.empty());
  }

  /** The same, but for a feed that is well and yet not polled, for a reason of the hub's own. */
  Diagnosis unlessHeld(Optional<String> why) {
    boolean held = why.isPresent() && health != Health.OFF && health != Health.FAILING;
    return held ? new Diagnosis(Health.BACKING_OFF, Optional.empty(), why) : this;
  }

  private static Diagnosis failing(String reason) {
    return new Diagnosis(Health.FAILING, Optional.empty(), Optional.of(reason));
  }

  private static Diagnosis silent(Rhythm rhythm, Instant now) {
    String time = Span.of(Duration.between(rhythm.last(), now));
    String reason =
        rhythm
            .usual()
            .map(usual -> "; usually something comes within " + Span.of(usual))
            .orElse("");
    return new Diagnosis(
        Health.SILENT,
        Optional.of(rhythm.last()),
        Optional.of("nothing came for " + time + reason));
  }
}
