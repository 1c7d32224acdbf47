package norrhub.delivery.feed;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deliveries that were sent and never applied: rejected, skipped, or failed for good. The next
 * delivery of a whole list makes up for that; a feed of changes misses what was in them until the
 * partner sends it again, which only people know.
 */
@Component
public class Gaps {
  private final JdbcClient db;

  public Gaps(JdbcClient db) {
    this.db = db;
  }

  /** What the feed misses and nobody has confirmed, the oldest first. */
  public List<Gap> of(String feed) {
    return db.sql(
            """
            select id, name, coalesce(finished_at, received_at) as at from delivery
            where feed = :feed and lost order by number""")
        .param("feed", feed)
        .query(
            (row, n) ->
                new Gap(
                    row.getString("id"),
                    row.getString("name"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Takes an admin's word that what the feed missed was dealt with.
   *
   * @return the names of those deliveries
   */
  public List<String> confirm(String feed, String why) {
    return db.sql(
            """
            update delivery set lost = false, outcome = coalesce(outcome, '') || ' (confirmed: ' || :why || ')'
            where feed = :feed and lost returning id""")
        .param("feed", feed)
        .param("why", why)
        .query(String.class)
        .list();
  }
}
