package norrhub.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger says of each feed today. */
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
            select last.*,
              exists (select from delivery_notice n where n.delivery = last.number
                        and (n.code like 'withdrawal-%' and n.severity = 'WARNING'
                          or n.code like 'part-%' and n.severity = 'ERROR'
                          or n.code = 'delivery-incomplete')) as suspicious,
              (select count(*) from delivery w where w.feed = last.feed and w.state = 'RECEIVED') as waiting
            from (select distinct on (feed) * from delivery
                  order by feed, state = 'RECEIVED', number desc) as last
            order by feed""")
        .query(
            (row, n) ->
                new FeedReport(
                    row.getString("feed"),
                    row.getString("id"),
                    DeliveryState.valueOf(row.getString("state")),
                    Optional.ofNullable(row.getString("outcome")).orElse(""),
                    Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    row.getInt("kept_out"),
                    row.getInt("held_back"),
                    row.getBoolean("suspicious"),
                    row.getInt("waiting")))
        .list();
  }
}
