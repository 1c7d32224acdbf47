package norrhub.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The one row that each feed has beside the ledger: its newest deliveries, since when they need
 * somebody to look, and when something came. It is written in the transaction that changes the
 * ledger, so that neither a crash nor a second hub can make the two differ.
 */
final class FeedLatest {
  private final JdbcClient db;

  FeedLatest(JdbcClient db) {
    this.db = db;
  }

  /**
   * Something came from the feed's source, were it the word that nothing has changed. What comes
   * within twelve hours counts as one arrival: partners who send in bursts have a rhythm too.
   */
  void came(String feed, Instant at) {
    db.sql(
            """
            insert into feed_latest as l (feed, last_arrival, arrivals)
            values (:feed, :at, array[:at]::timestamptz[])
            on conflict (feed) do update set
              last_arrival = greatest(l.last_arrival, excluded.last_arrival),
              arrivals = case
                when l.arrivals[cardinality(l.arrivals)] > :at::timestamptz - interval '12 hours' then l.arrivals
                else (l.arrivals || :at::timestamptz)[greatest(1, cardinality(l.arrivals) + 2 - :most):] end""")
        .param("feed", feed)
        .param("at", utc(at))
        .param("most", Rhythm.ARRIVALS)
        .update();
  }

  /**
   * A delivery is finished.
   *
   * @param read whether its records were read
   * @param troubled whether somebody has to look at it
   * @return since when somebody had to look, where nobody has to any more
   */
  Optional<Instant> finished(
      String feed, long number, boolean read, boolean troubled, Instant now) {
    StatementSpec statement =
        db.sql(
            """
            with before as (select troubled_since from feed_latest where feed = :feed)
            insert into feed_latest as l (feed, delivery, read, troubled_since)
            values (:feed, :number, case when :read then :number end, case when :troubled then :now::timestamptz end)
            on conflict (feed) do update set
              delivery = greatest(l.delivery, excluded.delivery),
              read = greatest(l.read, excluded.read),
              troubled_since = case
                when l.delivery > excluded.delivery then l.troubled_since
                when excluded.troubled_since is not null
                then coalesce(l.troubled_since, excluded.troubled_since) end
            returning case when l.troubled_since is null then (select troubled_since from before) end""");
    return statement
        .param("feed", feed)
        .param("number", number)
        .param("read", read)
        .param("troubled", troubled)
        .param("now", utc(now))
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** Keeps the row to the end of the transaction: who finishes a delivery takes it first, too. */
  void hold(String feed) {
    db.sql("select from feed_latest where feed = :feed for update")
        .param("feed", feed)
        .query((row, n) -> n)
        .list();
  }

  /** Finished deliveries of the feed wait again: which is the newest that does not? */
  void reopened(String feed) {
    db.sql(
            """
            update feed_latest set
              delivery = (select max(number) from delivery where feed = :feed and state <> 'RECEIVED'),
              read = (select max(number) from delivery where feed = :feed and state = 'APPLIED')
            where feed = :feed""")
        .param("feed", feed)
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
