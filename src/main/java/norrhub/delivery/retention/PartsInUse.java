package norrhub.delivery.retention;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import norrhub.delivery.Delivery;
import norrhub.delivery.DetailIndex;
import norrhub.delivery.Ledger;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Which archived bytes somebody may still ask for. */
@Component
class PartsInUse {
  /** What is applied again is the newest of a feed or of a file name, and what came on trial. */
  private static final String APPLIED_AGAIN =
      """
      select * from delivery where state = 'RECEIVED' or trial
      union
      select * from (
        select distinct on (feed, name) * from delivery where state in ('APPLIED', 'UNCHANGED')
        order by feed, name, number desc) as newest
      union
      select * from (
        select distinct on (feed) * from delivery where state <> 'REFUSED' order by feed, number desc) as copied""";

  private final JdbcClient db;
  private final Archive archive;

  PartsInUse(JdbcClient db, Archive archive) {
    this.db = db;
    this.archive = archive;
  }

  /** Hashes of all that is in use, though it were old, or was received after then. */
  Set<String> all(Instant since) throws IOException {
    Set<String> used = new HashSet<>();
    db.sql(
            "select distinct part ->> 'sha256' from delivery, jsonb_array_elements(parts) as part where received_at >= ?")
        .param(since.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              used.add(row.getString(1));
            });
    db.sql("select answer ->> 'sha256' from detail_request where answer is not null")
        .query(
            row -> {
              used.add(row.getString(1));
            });
    for (Delivery delivery : db.sql(APPLIED_AGAIN).query(Ledger::delivery).list()) {
      delivery.parts().forEach(part -> used.add(part.sha256()));
      for (ArchivedPart part : delivery.parts()) {
        if (DetailIndex.isIndex(delivery, part) && archive.size(part.sha256()) == part.size()) {
          DetailIndex.of(delivery, archive).answers().forEach(a -> used.add(a.sha256()));
        }
      }
    }
    return used;
  }

  /** Those of the given hashes that a row of the ledger or a detail names. */
  Set<String> named(Collection<String> hashes) {
    List<String> named =
        db.sql(
                """
                select part ->> 'sha256' from delivery, jsonb_array_elements(parts) as part
                where part ->> 'sha256' = any (:hashes)
                union
                select answer ->> 'sha256' from detail_request where answer ->> 'sha256' = any (:hashes)""")
            .param("hashes", new SqlArrayValue("text", hashes.toArray()))
            .query(String.class)
            .list();
    return new HashSet<>(named);
  }
}
