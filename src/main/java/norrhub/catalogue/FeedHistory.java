package norrhub.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * What has become usual of one feed, or of one of its file names: the facts that its deliveries are
 * measured by. Asked only when a delivery lacks something.
 */
public final class FeedHistory {
  /** Over so long a time withdrawals by absence are added up, and a return is remembered. */
  static final Duration LATELY = Duration.ofDays(7);

  private final JdbcClient db;
  private final Clock clock;
  private final Origin origin;

  public FeedHistory(DataSource session, Clock clock, Origin origin) {
    this.db = JdbcClient.create(session);
    this.clock = clock;
    this.origin = origin;
  }

  /** How vacancies came and went in the last seven days. */
  public Turnover lately(int offered) {
    return since(offered, clock.instant().minus(LATELY));
  }

  /**
   * How many records are to be expected: those of the last delivery that was plausible in full,
   * less the vacancies that have ended since. 0 where there was no such delivery yet.
   */
  public int usual() {
    return db.sql("select records, confirmed_at from confirmed_size where feed = ? and scope = ?")
        .params(origin.feed(), origin.scope())
        .query(
            (row, n) -> {
              Instant at = row.getObject("confirmed_at", OffsetDateTime.class).toInstant();
              return Math.max(0, row.getInt("records") - since(0, at).ended());
            })
        .optional()
        .orElse(0);
  }

  /** A delivery of so many records was plausible in full. */
  public void confirm(int records) {
    db.sql(
            """
            insert into confirmed_size (feed, scope, records, confirmed_at) values (?, ?, ?, ?)
            on conflict (feed, scope)
            do update set records = excluded.records, confirmed_at = excluded.confirmed_at""")
        .params(origin.feed(), origin.scope(), records, utc(clock.instant()))
        .update();
  }

  /** Those that were withdrawn once and came back in the last seven days. */
  public Set<VacancyId> cameBack(Collection<VacancyId> ids) {
    return new HashSet<>(
        db.sql(
                """
                select distinct id from change
                where id = any (?) and reason = 'reopened' and at > ?""")
            .params(
                new SqlArrayValue("uuid", ids.stream().map(VacancyId::value).toArray()),
                utc(clock.instant().minus(LATELY)))
            .query((row, n) -> new VacancyId(row.getObject(1, UUID.class)))
            .list());
  }

  /** Only the last change of each counts: what is back has not gone. */
  private Turnover since(int offered, Instant start) {
    return db.sql(
            """
            select count(*) filter (where c.reason = 'absent'), count(*) filter (where c.reason <> 'absent')
            from change c join vacancy v on v.id = c.id and v.version = c.version
            where c.state in ('WITHDRAWN', 'EXPIRED') and c.at > ? and v.feed = ? and v.scope = ?""")
        .params(utc(start), origin.feed(), origin.scope())
        .query((row, n) -> new Turnover(offered, row.getInt(1), row.getInt(2)))
        .single();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
