package norrhub.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.notice.SourceLocation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up single deliveries with what was found about them. */
@Component
public class DeliveryRecords {
  private final JdbcClient db;

  DeliveryRecords(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param name a delivery's id, or that of a feed: then its newest delivery that is finished
   */
  public Optional<DeliveryRecord> find(String name) {
    return db.sql(
            """
            select d.*, coalesce(d.finished_at, d.received_at) as at, coalesce(d.same_as, d.number) as read,
              d.errors + d.warnings + d.infos + coalesce(s.errors + s.warnings + s.infos, 0) as found,
              not d.trial and newest.of_feed as newest_of_feed, not d.trial and newest.of_name as newest_of_name
            from delivery d left join delivery s on s.number = d.same_as
              cross join lateral (
                select count(*) = 0 as of_feed, count(*) filter (where later.name = d.name) = 0 as of_name
                from delivery later where later.feed = d.feed and later.state = 'APPLIED'
                  and later.number > coalesce(d.same_as, d.number)) as newest
            where d.id = :name or d.number = (select delivery from feed_latest where feed = :name)
            order by d.id = :name desc limit 1""")
        .param("name", name)
        .query((row, n) -> read(row))
        .optional();
  }

  private DeliveryRecord read(ResultSet row) throws SQLException {
    return new DeliveryRecord(
        row.getString("id"),
        row.getString("feed"),
        row.getString("name"),
        DeliveryState.valueOf(row.getString("state")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("outcome")).orElse(""),
        row.getInt("found"),
        scopes(row),
        notices(row.getLong("number"), row.getLong("read")));
  }

  /** A feed that speaks for all has one scope without a name, else each file name is one. */
  private static List<String> scopes(ResultSet row) throws SQLException {
    List<String> scopes = new ArrayList<>();
    if (row.getBoolean("newest_of_feed")) {
      scopes.add("");
    }
    if (row.getBoolean("newest_of_name")) {
      scopes.add(row.getString("name"));
    }
    return scopes;
  }

  private List<StoredNotice> notices(long number, long read) {
    return db.sql(
            """
            select * from delivery_notice where delivery in (:number, :read)
            order by delivery desc, ordinal""")
        .param("number", number)
        .param("read", read)
        .query(
            (row, n) ->
                new StoredNotice(
                    row.getString("severity"),
                    row.getString("code"),
                    new SourceLocation(
                        row.getString("part"), row.getInt("line"), row.getString("path")),
                    "",
                    row.getString("key"),
                    row.getString("field"),
                    row.getString("value")))
        .list();
  }
}
