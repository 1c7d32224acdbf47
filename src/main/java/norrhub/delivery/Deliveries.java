package norrhub.delivery;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger tells whoever wants to look. */
@Component
public class Deliveries {
  private final JdbcClient db;

  Deliveries(JdbcClient db) {
    this.db = db;
  }

  /** The last delivery of each feed that was read, by feed. What was unchanged was not read. */
  public List<DeliverySummary> lastRead() {
    return db.sql(
            """
            select distinct on (feed) id, feed, partner, transport, name, received, accepted, rejected,
              errors + warnings + infos as notices, outcome
            from delivery where state = 'APPLIED' order by feed, number desc""")
        .query(DeliverySummary.class)
        .list();
  }

  /** How many are received and not applied yet. */
  public int waiting() {
    return db.sql("select count(*) from delivery where state = 'RECEIVED'")
        .query(Integer.class)
        .single();
  }
}
