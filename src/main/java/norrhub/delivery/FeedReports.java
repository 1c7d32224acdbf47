package norrhub.delivery;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the ledger says of each feed today: one row a feed and the deliveries that it names, however
 * long the ledger is.
 */
@Component
public class FeedReports {
  private final JdbcClient db;

  FeedReports(JdbcClient db) {
    this.db = db;
  }

  /** One report a feed that has ever delivered something. */
  public List<FeedReport> all() {
    return db.sql(
            """
            select l.feed, l.troubled_since, l.last_arrival, l.arrivals,
              d.id, d.state, d.outcome, coalesce(d.finished_at, d.received_at) as at, d.held_back,
              d.unread_because, d.incomplete_because, d.held_because, coalesce(s.kept_out, d.kept_out) as kept_out,
              coalesce(w.waiting, 0) as waiting, f.id as failing, f.outcome as failure, f.attempts,
              f.received_at as failing_since
            from feed_latest l
              left join delivery d on d.number = l.delivery
              left join delivery s on s.number = d.same_as
              left join (select feed, count(*) as waiting from delivery where state = 'RECEIVED' group by feed)
                as w on w.feed = l.feed
              left join lateral (
                select id, outcome, attempts, received_at from delivery
                where feed = l.feed and state = 'RECEIVED' order by number limit 1) as f on f.attempts > 0
            order by l.feed""")
        .query(FeedReports::report)
        .list();
  }

  private static FeedReport report(ResultSet row, int n) throws SQLException {
    return new FeedReport(
        row.getString("feed"),
        row.getString("id") == null ? Optional.empty() : Optional.of(last(row)),
        Stream.of(instant(row, "troubled_since"), instant(row, "failing_since"))
            .flatMap(Optional::stream)
            .findFirst(),
        failing(row),
        row.getInt("waiting"),
        rhythm(row));
  }

  /** A delivery over which the hub itself stumbles holds up all that came after it. */
  private static Optional<String> failing(ResultSet row) throws SQLException {
    return row.getString("failing") == null
        ? Optional.empty()
        : Optional.of(
            "%s could not be applied, %d times so far, and is tried again: %s"
                .formatted(
                    row.getString("failing"), row.getInt("attempts"), row.getString("failure")));
  }

  private static FeedReport.Last last(ResultSet row) throws SQLException {
    DeliveryState state = DeliveryState.valueOf(row.getString("state"));
    String outcome = Optional.ofNullable(row.getString("outcome")).orElse("");
    return new FeedReport.Last(
        row.getString("id"),
        state,
        outcome,
        instant(row, "at").orElseThrow(),
        row.getInt("kept_out"),
        row.getInt("held_back"),
        trouble(row, state, outcome));
  }

  /** What is at the bottom of it comes first: nothing is proven by what could not be read. */
  private static Optional<String> trouble(ResultSet row, DeliveryState state, String outcome)
      throws SQLException {
    if (state == DeliveryState.FAILED || state == DeliveryState.REFUSED) {
      return Optional.of(outcome);
    }
    Optional<String> unread = Optional.ofNullable(row.getString("unread_because"));
    Optional<String> incomplete = Optional.ofNullable(row.getString("incomplete_because"));
    Optional<String> held = Optional.ofNullable(row.getString("held_because"));
    return unread
        .or(() -> incomplete.map(why -> "the last delivery did not come whole: " + why))
        .or(() -> held);
  }

  private static Optional<Rhythm> rhythm(ResultSet row) throws SQLException {
    Array arrivals = row.getArray("arrivals");
    List<Instant> all =
        Arrays.stream((Timestamp[]) arrivals.getArray()).map(Timestamp::toInstant).toList();
    return instant(row, "last_arrival").map(last -> new Rhythm(all, last));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
