package norrhub.catalogue;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import norrhub.vacancy.VacancyId;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of one session; the changes each makes are its last statement. */
final class Transactions {
  interface Writing {
    void write(NewChanges changes);
  }

  interface BatchWriting {
    void write(List<VacancyId> batch, NewChanges changes);
  }

  private static final int TRIES = 5;

  private final TransactionTemplate transaction;
  private final JdbcTemplate db;
  private final Clock clock;
  private final String delivery;

  Transactions(DataSource session, JdbcTemplate db, Clock clock, String delivery) {
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(session));
    this.db = db;
    this.clock = clock;
    this.delivery = delivery;
  }

  /** Runs one; returns how many changes it made. */
  int run(Writing writing) {
    for (int tries = 1; ; tries++) {
      try {
        return runOnce(writing);
      } catch (ConcurrencyFailureException | DuplicateKeyException e) {
        // Another feed wrote the same vacancies at the same time: it is seen by the next try.
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private int runOnce(Writing writing) {
    var changes = new NewChanges();
    transaction.executeWithoutResult(
        status -> {
          writing.write(changes);
          changes.write(db, clock, delivery);
        });
    return changes.size();
  }

  /** Runs one for every {@link FeedCatalogue#AT_ONCE} vacancies. */
  int each(Collection<VacancyId> ids, BatchWriting writing) {
    List<VacancyId> all = List.copyOf(ids);
    int changed = 0;
    for (int from = 0; from < all.size(); from += FeedCatalogue.AT_ONCE) {
      List<VacancyId> batch = all.subList(from, Math.min(from + FeedCatalogue.AT_ONCE, all.size()));
      changed += run(changes -> writing.write(batch, changes));
    }
    return changed;
  }
}
