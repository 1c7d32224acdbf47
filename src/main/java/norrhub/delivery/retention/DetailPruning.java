package norrhub.delivery.retention;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.platform.RetentionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was asked for the details of a feed that is polled no more. Of others, each poll forgets
 * what its list does not hold, and asks for the rest again long before.
 */
@Component
class DetailPruning implements Prunes {
  private static final int MOST = 1_000;

  private final JdbcClient db;
  private final RetentionSettings settings;
  private final Clock clock;

  DetailPruning(JdbcClient db, RetentionSettings settings, Clock clock) {
    this.db = db;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "details";
  }

  @Override
  public Pruned due() {
    long count =
        db.sql(
                """
                select count(*) from detail_request d join feed_state s on s.feed = d.feed
                where d.asked_at < :before and s.last_poll < :before""")
            .param("before", before())
            .query(Long.class)
            .single();
    return new Pruned(count, 0, false);
  }

  @Override
  public Pruned prune() {
    int gone =
        db.sql(
                """
                delete from detail_request where (feed, request) in (
                  select d.feed, d.request from detail_request d join feed_state s on s.feed = d.feed
                  where d.asked_at < :before and s.last_poll < :before limit :most)""")
            .param("before", before())
            .param("most", MOST)
            .update();
    return Pruned.rows(gone, MOST);
  }

  private OffsetDateTime before() {
    return RetentionSettings.before(settings.deliveries(), clock.instant())
        .atOffset(ZoneOffset.UTC);
  }
}
