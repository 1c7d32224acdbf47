package norrhub.delivery.retention;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.platform.RetentionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was found about deliveries, but for what each feed's newest says. */
@Component
class NoticePruning implements Prunes {
  private static final int MOST = 5_000;

  private static final String DUE =
      """
      from delivery d join delivery_notice n on n.delivery = d.number
      where d.received_at < :before
        and not exists (select from feed_latest l where l.feed = d.feed and d.number in (l.delivery, l.read))""";

  private final JdbcClient db;
  private final RetentionSettings settings;
  private final Clock clock;

  NoticePruning(JdbcClient db, RetentionSettings settings, Clock clock) {
    this.db = db;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "notices";
  }

  @Override
  public Pruned due() {
    long count =
        db.sql("select count(*) " + DUE).param("before", before()).query(Long.class).single();
    return new Pruned(count, 0, false);
  }

  @Override
  public Pruned prune() {
    int gone =
        db.sql(
                "delete from delivery_notice where (delivery, ordinal) in (select n.delivery, n.ordinal "
                    + DUE
                    + " limit :most)")
            .param("before", before())
            .param("most", MOST)
            .update();
    return Pruned.rows(gone, MOST);
  }

  private OffsetDateTime before() {
    return RetentionSettings.before(settings.notices(), clock.instant()).atOffset(ZoneOffset.UTC);
  }
}
