package norrhub.delivery.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the fetching of each feed goes, shared by all hubs. */
@Component
public class FeedStates {
  private final JdbcClient db;
  private final Clock clock;

  FeedStates(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** A poll went well, whether or not it brought anything. */
  public void polled(String feed) {
    db.sql(
            """
            insert into feed_state as s (feed, first_poll, last_poll, last_success) values (:feed, :now, :now, :now)
            on conflict (feed) do update set first_poll = coalesce(s.first_poll, :now), last_poll = :now, last_success = :now,
              failing_since = null, failure = null,
              not_before = case when s.not_before > :now then s.not_before end,
              wait_reason = case when s.not_before > :now then s.wait_reason end""")
        .param("feed", feed)
        .param("now", now())
        .update();
  }

  public void failed(String feed, String reason) {
    db.sql(
            """
            insert into feed_state as s (feed, last_poll, failing_since, failure)
            values (:feed, :now, :now, :reason)
            on conflict (feed) do update set last_poll = :now,
              failing_since = coalesce(s.failing_since, :now), failure = :reason""")
        .param("feed", feed)
        .param("now", now())
        .param("reason", reason)
        .update();
  }

  /** The source asked for a pause. */
  public void waitUntil(String feed, Instant until, String reason) {
    db.sql(
            """
            insert into feed_state as s (feed, last_poll, not_before, wait_reason)
            values (:feed, :now, :until, :reason)
            on conflict (feed) do update set last_poll = :now, not_before = :until, wait_reason = :reason""")
        .param("feed", feed)
        .param("now", now())
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .update();
  }

  /** Another feed of the same server was asked for a pause. */
  public void hold(String feed, Instant until, String reason) {
    db.sql(
            """
            insert into feed_state as s (feed, not_before, wait_reason)
            values (:feed, :until, :reason)
            on conflict (feed) do update set not_before = :until, wait_reason = :reason
            where s.not_before is null or s.not_before < :until""")
        .param("feed", feed)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .update();
  }

  public Optional<Instant> lastPoll(String feed) {
    return state(feed).flatMap(FeedState::lastPoll);
  }

  public Optional<Instant> notBefore(String feed) {
    return state(feed).flatMap(FeedState::notBefore);
  }

  public Optional<FeedState> state(String feed) {
    return db.sql("select * from feed_state where feed = :feed")
        .param("feed", feed)
        .query(FeedStates::read)
        .optional();
  }

  public List<FeedState> all() {
    return db.sql("select * from feed_state order by feed").query(FeedStates::read).list();
  }

  /**
   * @param asked fingerprint of the request: what another one was answered with says nothing of it
   */
  public Validators validators(String feed, String asked) {
    return db.sql(
            "select etag, last_modified from feed_state where feed = :feed and asked = :asked")
        .param("feed", feed)
        .param("asked", asked)
        .query(
            (row, n) ->
                new Validators(
                    Optional.ofNullable(row.getString("etag")),
                    Optional.ofNullable(row.getString("last_modified"))))
        .optional()
        .orElse(Validators.NONE);
  }

  public void remember(String feed, String asked, Validators validators) {
    db.sql(
            """
            insert into feed_state (feed, asked, etag, last_modified)
            values (:feed, :asked, :etag, :modified)
            on conflict (feed) do update set asked = :asked, etag = :etag, last_modified = :modified""")
        .param("feed", feed)
        .param("asked", asked)
        .param("etag", validators.etag().orElse(null))
        .param("modified", validators.lastModified().orElse(null))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static FeedState read(ResultSet row, int n) throws SQLException {
    return new FeedState(
        row.getString("feed"),
        instant(row, "first_poll"),
        instant(row, "last_poll"),
        instant(row, "last_success"),
        instant(row, "failing_since"),
        Optional.ofNullable(row.getString("failure")),
        instant(row, "not_before"),
        Optional.ofNullable(row.getString("wait_reason")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
