package norrhub.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.partner.Transport;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger says, asked through the session of whoever applies a delivery. */
public final class Ledger {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RowMapper<DeliverySummary> SUMMARY =
      new DataClassRowMapper<>(DeliverySummary.class);

  private final JdbcClient db;

  public Ledger(DataSource session) {
    this.db = JdbcClient.create(session);
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
            select b.number as last, b.received_at as came_at, b.content, b.fingerprint, b.complete, b.held_back,
              b.incomplete_because, b.unread_because, b.held_because, %s
            from delivery b join delivery d on d.number = coalesce(b.same_as, b.number)
            where b.feed = :feed and b.number < :number and b.state in ('APPLIED', 'UNCHANGED')
              and (not :named or b.name = :name)
            order by b.number desc limit 1"""
                .formatted(DeliverySummary.COLUMNS))
        .param("feed", delivery.feed())
        .param("number", delivery.number())
        .param("named", ofSameName)
        .param("name", delivery.name())
        .query(
            (row, n) ->
                new Applied(
                    row.getLong("last"),
                    row.getObject("came_at", OffsetDateTime.class).toInstant(),
                    row.getString("content"),
                    row.getString("fingerprint"),
                    row.getBoolean("complete"),
                    Optional.ofNullable(row.getString("incomplete_because")),
                    new Outcome.Troubles(
                        Optional.ofNullable(row.getString("unread_because")),
                        Optional.ofNullable(row.getString("held_because"))),
                    row.getInt("held_back"),
                    SUMMARY.mapRow(row, n)))
        .optional();
  }

  /** What was said of a delivery, the places aside: they move from one delivery to the next. */
  public Set<Told> told(Applied before) {
    return db.sql(
            "select key, code, field, value from delivery_notice where delivery in (:last, :read)")
        .param("last", before.number())
        .param("read", before.read().number())
        .query(
            (row, n) ->
                new Told(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .set();
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

  /** A row of table delivery. */
  public static Delivery delivery(ResultSet row, int n) throws SQLException {
    return new Delivery(
        row.getLong("number"),
        row.getString("id"),
        row.getString("feed"),
        row.getString("partner"),
        Transport.of(row.getString("transport")),
        row.getString("name"),
        row.getString("content"),
        parts(row.getString("parts")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("incomplete_because")),
        row.getInt("attempts"),
        row.getObject("offered") != null);
  }

  private static List<ArchivedPart> parts(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<ArchivedPart>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The ledger's parts cannot be read", e);
    }
  }
}
