package norrhub.catalogue.time;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What time was believed when the clocks were compared last, by this hub or another one. */
@Component
public class ClockLine {
  private final JdbcClient db;

  public ClockLine(JdbcClient db) {
    this.db = db;
  }

  void keep(Instant projected, Instant byDatabase) {
    db.sql(
            """
            insert into clock_line (projected, by_database) values (?, ?)
            on conflict (one) do update set projected = excluded.projected, by_database = excluded.by_database""")
        .params(projected.atOffset(ZoneOffset.UTC), byDatabase.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * What time it should be now that the database shows the given one. A hub that was down for days
   * believes it, unless the clocks were in doubt when it stopped: then they still are.
   */
  Instant believed(Instant byDatabase) {
    return db.sql("select projected, by_database from clock_line")
        .query(
            (row, n) ->
                believed(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    byDatabase))
        .optional()
        .orElse(byDatabase);
  }

  static Instant believed(Instant projected, Instant then, Instant now) {
    Duration lead = Duration.between(projected, then);
    Duration passed = Duration.between(then, now);
    boolean wasSetBack = passed.compareTo(Timeline.TOLERANCE.negated()) < 0;
    boolean wasInDoubt = lead.abs().compareTo(Timeline.TOLERANCE) > 0;
    if (wasSetBack) {
      return now.isBefore(projected.minus(Timeline.TOLERANCE)) ? projected : now;
    }
    boolean caughtUp =
        lead.isNegative() && passed.compareTo(lead.negated().minus(Timeline.TOLERANCE)) >= 0;
    return wasInDoubt && !caughtUp ? now.minus(lead) : now;
  }
}
