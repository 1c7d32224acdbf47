package norrhub.delivery.retention;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import norrhub.partner.Transport;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.platform.RetentionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Rows of the ledger. It keeps what a feed is known by (its newest deliveries, and those that an
 * unchanged one is the same as), what waits or is missed, and every file that still lies at its
 * source: without its row, it would be taken for a new one.
 */
@Component
class DeliveryPruning implements Prunes {
  private static final int MOST = 500;

  /** Of others, what a source holds is not known. */
  private static final SqlArrayValue LISTED =
      new SqlArrayValue(
          "text",
          Arrays.stream(Transport.values())
              .filter(Transport::listsItsFiles)
              .map(Transport::word)
              .toArray());

  private static final String DUE =
      """
      from delivery d
      where d.received_at < :before and d.state <> 'RECEIVED' and not d.lost
        and (d.source_gone or d.transport <> all (:listed))
        and not exists (select from feed_latest l where l.feed = d.feed and d.number in (l.delivery, l.read))
        and not exists (select from delivery u where u.same_as = d.number)
        and d.number <> coalesce((
          select n.number from delivery n where n.feed = d.feed and n.state in ('APPLIED', 'UNCHANGED')
          order by n.number desc limit 1), 0)""";

  private final JdbcClient db;
  private final RetentionSettings settings;
  private final Clock clock;

  DeliveryPruning(JdbcClient db, RetentionSettings settings, Clock clock) {
    this.db = db;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "deliveries";
  }

  @Override
  public Pruned due() {
    long count =
        db.sql("select count(*) " + DUE)
            .param("before", before())
            .param("listed", LISTED)
            .query(Long.class)
            .single();
    return new Pruned(count, 0, false);
  }

  @Override
  public Pruned prune() {
    int gone =
        db.sql(
                "delete from delivery where number in (select d.number "
                    + DUE
                    + " order by d.number limit :most for update skip locked)")
            .param("before", before())
            .param("listed", LISTED)
            .param("most", MOST)
            .update();
    return Pruned.rows(gone, MOST);
  }

  private OffsetDateTime before() {
    return RetentionSettings.before(settings.deliveries(), clock.instant())
        .atOffset(ZoneOffset.UTC);
  }
}
