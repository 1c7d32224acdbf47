package norrhub.catalogue.retention;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.platform.RetentionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entries of the change log that a later one of the same vacancy has overtaken and that every
 * reader has looked at. The last of each vacancy stays, so that the log still tells how the
 * catalogue stands.
 */
@Component
class ChangePruning implements Prunes {
  private static final int MOST = 1_000;

  private static final String DUE =
      """
      from change c where c.at < :before and c.number <= :cursor
        and exists (select from change later where later.id = c.id and later.version > c.version)""";

  private final JdbcClient db;
  private final Readers readers;
  private final RetentionSettings settings;
  private final Clock clock;

  ChangePruning(JdbcClient db, Readers readers, RetentionSettings settings, Clock clock) {
    this.db = db;
    this.readers = readers;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "changes";
  }

  @Override
  public Pruned due() {
    long count =
        db.sql("select count(*) " + DUE)
            .param("before", before())
            .param("cursor", readers.changeCursor())
            .query(Long.class)
            .single();
    return new Pruned(count, 0, false);
  }

  @Override
  public Pruned prune() {
    int gone =
        db.sql(
                "delete from change where number in (select c.number "
                    + DUE
                    + " order by c.number limit :most)")
            .param("before", before())
            .param("cursor", readers.changeCursor())
            .param("most", MOST)
            .update();
    return Pruned.rows(gone, MOST);
  }

  private OffsetDateTime before() {
    return RetentionSettings.before(settings.changes(), clock.instant()).atOffset(ZoneOffset.UTC);
  }
}
