package norrhub.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What holds feeds up, shared by all hubs and kept over restarts. */
@Component
public class Blockers {
  private final JdbcClient db;
  private final Clock clock;

  Blockers(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Enters one more failure. An item that was replaced at the source is counted anew, but not its
   * time: what is replaced every hour and never opens must not block forever.
   *
   * @param counts false for a poll that an admin asked for
   */
  public Blocker failed(
      String feed, String item, String name, String identity, String reason, boolean counts) {
    return db.sql(
            """
            insert into feed_blocker as b (feed, item, name, identity, tries, since, reason)
            values (:feed, :item, :name, :identity, :count, :now, :reason)
            on conflict (feed, item) do update set
              tries = case when b.identity = :identity then b.tries else 0 end + :count,
              identity = :identity, name = :name, reason = :reason
            returning *""")
        .param("feed", feed)
        .param("item", item)
        .param("name", name)
        .param("identity", identity)
        .param("count", counts ? 1 : 0)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .query(Blockers::read)
        .single();
  }

  /** The item was received or rejected. */
  public void passed(String feed, String item) {
    db.sql("delete from feed_blocker where feed = :feed and item = :item")
        .param("feed", feed)
        .param("item", item)
        .update();
  }

  /** Forgets the items that the source does not hold any more. */
  public void keepOnly(String feed, Collection<String> items) {
    db.sql("delete from feed_blocker where feed = :feed and item <> all (:items)")
        .param("feed", feed)
        .param("items", new SqlArrayValue("text", items.toArray()))
        .update();
  }

  /** What holds the feed up, the oldest first. */
  public List<Blocker> of(String feed) {
    return db.sql("select * from feed_blocker where feed = :feed order by since, item")
        .param("feed", feed)
        .query(Blockers::read)
        .list();
  }

  private static Blocker read(ResultSet row, int n) throws SQLException {
    return new Blocker(
        row.getString("feed"),
        row.getString("item"),
        row.getString("name"),
        row.getString("identity"),
        row.getInt("tries"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("reason"));
  }
}
