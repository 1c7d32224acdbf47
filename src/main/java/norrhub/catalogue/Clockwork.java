package norrhub.catalogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves vacancies whose time has come: scheduled ones open, open ones expire. */
@Component
public class Clockwork {
  private final JdbcTemplate db;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Clockwork(JdbcTemplate db, PlatformTransactionManager transactions, Clock clock) {
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Moves all that are due, some in each transaction; several hubs may do so at once. */
  public void move() {
    while (moveSome() == FeedCatalogue.AT_ONCE) {}
  }

  private int moveSome() {
    var changes = new NewChanges();
    transaction.executeWithoutResult(
        status -> {
          OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
          db.query(
              """
              with due as (
                select id from vacancy where moves_at <= ? order by moves_at limit ?
                for update skip locked)
              update vacancy set version = version + 1,
                state = case when expires_at <= ? then 'EXPIRED' else 'OPEN' end,
                moves_at = case when expires_at <= ? then null else expires_at end
              from due where vacancy.id = due.id
              returning vacancy.id, vacancy.version, vacancy.state""",
              row -> {
                State state = State.valueOf(row.getString("state"));
                changes.add(
                    new VacancyId(row.getObject("id", UUID.class)),
                    row.getInt("version"),
                    state,
                    state == State.OPEN ? "opened" : "expired");
              },
              now,
              FeedCatalogue.AT_ONCE,
              now,
              now);
          changes.write(db, clock, "");
        });
    return changes.size();
  }
}
