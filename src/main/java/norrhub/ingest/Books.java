package norrhub.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import norrhub.catalogue.FeedAbsences;
import norrhub.catalogue.FeedCatalogue;
import norrhub.catalogue.FeedHistory;
import norrhub.catalogue.Guard;
import norrhub.catalogue.Origin;
import norrhub.catalogue.time.TrustedTime;

/**
 * Where a delivery is entered while it is applied, all through the session that holds its feed's
 * lock.
 *
 * @param missedAt when the delivery said what is missing; absent while the clock is not believed
 */
record Books(
    FeedCatalogue catalogue,
    FeedAbsences absences,
    FeedHistory history,
    Optional<Instant> missedAt,
    DeliveryStatistics statistics) {

  Books(
      DataSource session,
      TrustedTime time,
      Origin origin,
      Optional<Instant> missedAt,
      DeliveryStatistics statistics) {
    this(session, time.clock(), origin, missedAt, statistics);
  }

  private Books(
      DataSource session,
      Clock clock,
      Origin origin,
      Optional<Instant> missedAt,
      DeliveryStatistics statistics) {
    this(
        new FeedCatalogue(session, clock, origin),
        new FeedAbsences(session, clock, origin),
        new FeedHistory(session, clock, origin),
        missedAt,
        statistics);
  }

  Withdrawals withdrawals(Guard guard) {
    return new Withdrawals(guard, catalogue, absences, history, missedAt, statistics);
  }
}
