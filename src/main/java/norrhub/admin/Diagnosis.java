package norrhub.admin;

import java.time.Instant;
import java.util.Optional;
import norrhub.admin.FeedStatus.Health;
import norrhub.delivery.DeliveryState;
import norrhub.delivery.FeedReport;
import norrhub.delivery.FeedState;
import norrhub.partner.Feed;
import norrhub.partner.Partner;

/**
 * Whether somebody has to look at a feed, since when, and why.
 *
 * @param health the worst that holds: a feed that cannot be fetched is sick, whatever it brought
 */
record Diagnosis(Health health, Optional<Instant> since, Optional<String> reason) {

  static Diagnosis of(
      Partner partner,
      Feed feed,
      boolean readable,
      Optional<FeedState> state,
      Optional<FeedReport> report,
      Instant now) {
    if (partner.off().isPresent()) {
      return new Diagnosis(Health.OFF, Optional.empty(), partner.off());
    }
    if (!readable) {
      return sick("its format `" + feed.format() + "` is set aside: deliveries wait");
    }
    Optional<Instant> failing = state.flatMap(FeedState::failingSince);
    if (failing.isPresent()) {
      return new Diagnosis(Health.SICK, failing, state.flatMap(FeedState::failure));
    }
    Optional<FeedReport> bad = report.filter(Diagnosis::worries);
    if (bad.isPresent()) {
      return new Diagnosis(
          Health.SICK, bad.flatMap(FeedReport::finishedAt), bad.map(FeedReport::outcome));
    }
    Optional<Instant> pause = state.flatMap(FeedState::notBefore).filter(now::isBefore);
    if (pause.isPresent()) {
      return new Diagnosis(Health.WAITS, pause, state.flatMap(FeedState::waitReason));
    }
    boolean polled = state.flatMap(FeedState::lastPoll).isPresent();
    return new Diagnosis(polled ? Health.WELL : Health.NEW, Optional.empty(), Optional.empty());
  }

  private static Diagnosis sick(String reason) {
    return new Diagnosis(Health.SICK, Optional.empty(), Optional.of(reason));
  }

  private static boolean worries(FeedReport report) {
    return report.suspicious()
        || report.state() == DeliveryState.FAILED
        || report.state() == DeliveryState.REFUSED;
  }
}
