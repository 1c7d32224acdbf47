package norrhub.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import norrhub.catalogue.time.TrustedTime;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves vacancies whose time has come: scheduled ones open, open ones expire. A clock that leaps
 * moves none of them; what would be due by it is held and reported.
 */
@Component
public class StateTransitions {
  private final JdbcTemplate db;
  private final TransactionTemplate transaction;
  private final TrustedTime time;

  StateTransitions(JdbcTemplate db, PlatformTransactionManager transactions, TrustedTime time) {
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
    this.time = time;
  }

  /** Moves all that are due, some in each transaction; several hubs may do so at once. */
  public void move() {
    time.compare();
    Instant now = time.now();
    while (moveSome(now) == FeedCatalogue.AT_ONCE) {}
  }

  /** What is held while the clock is not believed; empty while it is. */
  public Optional<HeldMoves> held() {
    return time.doubt().map(why -> new HeldMoves(why, time.now(), dueBetween()));
  }

  private int dueBetween() {
    Integer due =
        db.queryForObject(
            "select count(*) from vacancy where moves_at > ? and moves_at <= ?",
            Integer.class,
            utc(time.now()),
            utc(time.shown()));
    return due == null ? 0 : due;
  }

  private int moveSome(Instant at) {
    var changes = new NewChanges();
    transaction.executeWithoutResult(
        status -> {
          OffsetDateTime now = utc(at);
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
          changes.write(db, time.clock(), "");
        });
    return changes.size();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
