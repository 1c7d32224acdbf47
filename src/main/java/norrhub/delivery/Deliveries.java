package norrhub.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger tells whoever wants to look. */
@Component
public class Deliveries {
  private final JdbcClient db;

  Deliveries(JdbcClient db) {
    this.db = db;
  }

  /**
   * When the feed's last delivery was asked for that came whole and was read whole; what could not
   * be read for other reasons than its record's own would be missing for good.
   */
  public Optional<Instant> lastWhole(String feed) {
    return db.sql(
            """
            select received_at from delivery
            where feed = :feed and state in ('APPLIED', 'UNCHANGED') and incomplete_because is null
              and unread_because is null
            order by number desc limit 1""")
        .param("feed", feed)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Whether a delivery of the feed is received and not applied yet. */
  public boolean isWaiting(String feed) {
    return db.sql("select exists (select from delivery where feed = :feed and state = 'RECEIVED')")
        .param("feed", feed)
        .query(Boolean.class)
        .single();
  }

  /** The feed's newest delivery that was applied, in earnest or on trial. */
  public Optional<Delivery> newest(String feed) {
    return db.sql(
            """
            select * from delivery where feed = :feed and state in ('APPLIED', 'UNCHANGED')
            order by number desc limit 1""")
        .param("feed", feed)
        .query(Ledger::delivery)
        .optional();
  }

  /** How many are received and not applied yet. */
  public int waiting() {
    return db.sql("select count(*) from delivery where state = 'RECEIVED'")
        .query(Integer.class)
        .single();
  }

  /** In which states the last thousand deliveries are; the whole ledger would grow for ever. */
  public Map<DeliveryState, Long> recent() {
    Map<DeliveryState, Long> states = new EnumMap<>(DeliveryState.class);
    db.sql(
            """
            select state, count(*) as deliveries from delivery
            where number > (select coalesce(max(number), 0) - 1000 from delivery) group by state""")
        .query(
            row -> {
              states.put(DeliveryState.valueOf(row.getString("state")), row.getLong("deliveries"));
            });
    return states;
  }
}
