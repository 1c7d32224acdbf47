package norrhub.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import norrhub.notice.Notice;
import norrhub.notice.Place;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger of one database session. Whoever applies a delivery writes through the session that
 * holds the feed's lock: with the lock, the right to write is gone too.
 */
public final class Ledger {
  private static final int NOTICES_AT_ONCE = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcTemplate template;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public Ledger(DataSource session, Clock clock) {
    this.template = new JdbcTemplate(session);
    this.db = JdbcClient.create(template);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(session));
    this.clock = clock;
  }

  /** The feed's oldest delivery that is not finished. */
  Optional<Delivery> oldestUnfinished(String feed) {
    return db.sql(
            """
            select * from delivery
            where feed = :feed and state = 'RECEIVED' order by number limit 1""")
        .param("feed", feed)
        .query(Ledger::delivery)
        .optional();
  }

  /**
   * What was applied before the given delivery.
   *
   * @param ofSameName where a delivery speaks for its file name only
   */
  public Optional<Applied> lastApplied(Delivery delivery, boolean ofSameName) {
    return db.sql(
            """
            select id, content, fingerprint, complete from delivery
            where feed = :feed and number < :number and state in ('APPLIED', 'UNCHANGED')
              and (not :named or name = :name)
            order by number desc limit 1""")
        .param("feed", delivery.feed())
        .param("number", delivery.number())
        .param("named", ofSameName)
        .param("name", delivery.name())
        .query(
            (row, n) ->
                new Applied(
                    row.getString("id"),
                    row.getString("content"),
                    row.getString("fingerprint"),
                    row.getBoolean("complete")))
        .optional();
  }

  /** How many records the last complete deliveries held, the newest first; at most five. */
  public List<Integer> lastSizes(Delivery delivery, boolean ofSameName) {
    return db.sql(
            """
            select received from delivery
            where feed = :feed and number < :number and state = 'APPLIED' and complete
              and (not :named or name = :name)
            order by number desc limit 5""")
        .param("feed", delivery.feed())
        .param("number", delivery.number())
        .param("named", ofSameName)
        .param("name", delivery.name())
        .query(Integer.class)
        .list();
  }

  /**
   * How many vacancies the feed offered when the delivery was first begun. A delivery that a crash
   * cut short is judged by the same number when it is run again.
   */
  public int offeredBefore(Delivery delivery, int now) {
    return db.sql(
            """
            update delivery set offered = coalesce(offered, :now) where number = :number
            returning offered""")
        .param("now", now)
        .param("number", delivery.number())
        .query(Integer.class)
        .single();
  }

  void finish(Delivery delivery, Outcome outcome) {
    transaction.executeWithoutResult(status -> write(delivery, outcome));
  }

  private void write(Delivery delivery, Outcome outcome) {
    db.sql("delete from delivery_notice where delivery = :number")
        .param("number", delivery.number())
        .update();
    insert(delivery, outcome.notices());
    Outcome.Counts counts = outcome.counts();
    db.sql(
            """
            update delivery set state = :state, fingerprint = :fingerprint, complete = :complete,
              received = :received, accepted = :accepted, rejected = :rejected, changed = :changed,
              withdrawn = :withdrawn, held_back = :heldBack,
              errors = :errors, warnings = :warnings, infos = :infos,
              outcome = :sentence, finished_at = :now
            where number = :number""")
        .param("number", delivery.number())
        .param("state", outcome.state().name())
        .param("fingerprint", outcome.fingerprint())
        .param("complete", outcome.complete())
        .param("sentence", outcome.sentence())
        .param("now", now())
        .param("received", counts.received())
        .param("accepted", counts.accepted())
        .param("rejected", counts.rejected())
        .param("changed", counts.changed())
        .param("withdrawn", counts.withdrawn())
        .param("heldBack", counts.heldBack())
        .param("errors", counts.errors())
        .param("warnings", counts.warnings())
        .param("infos", counts.infos())
        .update();
  }

  /** Puts a delivery aside for a while after an error of the machine, and after many, for good. */
  void stumbled(Delivery delivery, String why, Duration pause, boolean forGood) {
    db.sql(
            """
            update delivery set attempts = attempts + 1, outcome = :why, try_after = :after,
              state = case when :forGood then 'FAILED' else state end,
              finished_at = case when :forGood then :now end
            where number = :number""")
        .param("number", delivery.number())
        .param("why", why)
        .param("after", now().plus(pause))
        .param("forGood", forGood)
        .param("now", now())
        .update();
  }

  private void insert(Delivery delivery, List<Notice> notices) {
    template.batchUpdate(
        """
        insert into delivery_notice
          (delivery, ordinal, severity, code, part, line, path, key, field, value)
        select ?, coalesce(max(ordinal), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?
        from delivery_notice where delivery = ?""",
        notices,
        NOTICES_AT_ONCE,
        (statement, notice) -> {
          Place place = notice.place();
          statement.setLong(1, delivery.number());
          statement.setString(2, notice.finding().kind().severity().name());
          statement.setString(3, notice.finding().kind().code());
          statement.setString(4, place.part());
          statement.setInt(5, place.line());
          statement.setString(6, place.path());
          statement.setString(7, notice.key());
          statement.setString(8, notice.finding().field());
          statement.setString(9, notice.finding().value());
          statement.setLong(10, delivery.number());
        });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  static Delivery delivery(ResultSet row, int n) throws SQLException {
    return new Delivery(
        row.getLong("number"),
        row.getString("id"),
        row.getString("feed"),
        row.getString("partner"),
        row.getString("transport"),
        row.getString("name"),
        row.getString("content"),
        parts(row.getString("parts")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }

  private static List<ArchivedPart> parts(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<ArchivedPart>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The ledger's parts cannot be read", e);
    }
  }
}
