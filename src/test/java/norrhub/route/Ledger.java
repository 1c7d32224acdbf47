package norrhub.route;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub has in its ledger, for tests to look at. */
public record Ledger(JdbcClient db) {

  /** Names of the feed's deliveries that wait to be applied, in order. */
  List<String> received(String feed) {
    return column(feed, "name", "state = 'RECEIVED'");
  }

  List<String> contents(String feed) {
    return column(feed, "parts->0->>'sha256'", "state = 'RECEIVED'");
  }

  /** Names of the parts of the feed's first delivery. */
  List<String> parts(String feed) {
    return db.sql(
            """
            select p.name from (select parts from delivery where feed = :feed order by number limit 1) as d,
              jsonb_to_recordset(d.parts) as p (name text)""")
        .param("feed", feed)
        .query(String.class)
        .list();
  }

  /** Why the feed's first delivery did not come whole, or empty text. */
  String incomplete(String feed) {
    return db.sql(
            "select coalesce(incomplete_because, '') from delivery where feed = :feed order by number limit 1")
        .param("feed", feed)
        .query(String.class)
        .single();
  }

  /** How often the feed's one blocker was tried; 0 where nothing holds the feed up. */
  int tries(String feed) {
    return db.sql("select coalesce(max(tries), 0) from feed_blocker where feed = :feed")
        .param("feed", feed)
        .query(Integer.class)
        .single();
  }

  List<String> refusals(String feed) {
    return column(feed, "outcome", "state = 'REFUSED'");
  }

  /** The feed's failure, or empty text. */
  public String failure(String feed) {
    return db.sql("select coalesce(failure, '') from feed_state where feed = :feed")
        .param("feed", feed)
        .query(String.class)
        .optional()
        .orElse("");
  }

  public boolean succeeded(String feed) {
    return db.sql(
            "select exists (select from feed_state where feed = :feed and last_success is not null)")
        .param("feed", feed)
        .query(Boolean.class)
        .single();
  }

  public List<Map<String, Object>> rows(String feed) {
    return db.sql("select * from delivery where feed = :feed order by number")
        .param("feed", feed)
        .query()
        .listOfRows();
  }

  private List<String> column(String feed, String column, String condition) {
    return db.sql(
            "select %s from delivery where feed = :feed and %s order by number"
                .formatted(column, condition))
        .param("feed", feed)
        .query(String.class)
        .list();
  }
}
