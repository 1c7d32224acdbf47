package norrhub.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import norrhub.platform.DatabaseTrouble;
import norrhub.platform.SessionLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Claims deliveries from the ledger: per feed one at a time and the oldest first, across any number
 * of hubs. A hub that dies leaves nothing behind but the row.
 */
@Component
public class Work {
  private static final Logger log = LoggerFactory.getLogger(Work.class);
  private static final int TRIES = 8;

  /**
   * Applies one delivery; every write goes through {@code session}, which holds the feed's lock.
   */
  public interface Applier {
    Outcome apply(Delivery delivery, DataSource session) throws Exception;
  }

  private final DataSource database;
  private final JdbcClient db;
  private final Clock clock;

  /** What the workers of this hub are at: no connection is needed to see that. */
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();

  Work(DataSource database, Clock clock) {
    this.database = database;
    this.db = JdbcClient.create(database);
    this.clock = clock;
  }

  /**
   * Applies the oldest delivery of a feed that nobody else is at.
   *
   * @param feeds those this hub is configured for; deliveries of others wait
   * @return whether there was one
   */
  public boolean next(Collection<String> feeds, Applier applier) {
    for (String feed : waiting(feeds)) {
      if (claimed.add(feed)) {
        try {
          if (applyOldest(feed, applier)) {
            return true;
          }
        } finally {
          claimed.remove(feed);
        }
      }
    }
    return false;
  }

  private boolean applyOldest(String feed, Applier applier) {
    try (Connection connection = database.getConnection()) {
      if (!ask(connection, "select pg_try_advisory_lock(?)", feed)) {
        return false;
      }
      try {
        return applyOldest(feed, connection, applier);
      } finally {
        ask(connection, "select pg_advisory_unlock(?)", feed);
      }
    } catch (SQLException e) {
      throw new SessionLost("The work on " + feed + " lost its database session", e);
    }
  }

  /** Whether no delivery is being applied by this hub. */
  public boolean isIdle() {
    return claimed.isEmpty();
  }

  /** Whether this hub is applying a delivery of the feed. */
  public boolean isAt(String feed) {
    return claimed.contains(feed);
  }

  /** Of these feeds, those with a delivery that is not applied yet. */
  public Set<String> unfinished(Collection<String> feeds) {
    return db.sql(
            "select distinct feed from delivery where state = 'RECEIVED' and feed = any (:feeds)")
        .param("feeds", new SqlArrayValue("text", feeds.toArray()))
        .query(String.class)
        .set();
  }

  /** Of these feeds, those whose oldest delivery may be applied now and that nobody here is at. */
  public List<String> waiting(Collection<String> feeds) {
    return db
        .sql(
            """
            select feed from (
              select distinct on (feed) feed, number, try_after from delivery
              where state = 'RECEIVED' and feed = any (:feeds) order by feed, number) as oldest
            where try_after is null or try_after <= :now
              or try_after > :now + interval '1 hour' -- no pause is so long: the clock was set back
            order by number""")
        .param("feeds", new SqlArrayValue("text", feeds.toArray()))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list()
        .stream()
        .filter(feed -> !claimed.contains(feed))
        .toList();
  }

  private boolean applyOldest(String feed, Connection connection, Applier applier) {
    DataSource session = new SingleConnectionDataSource(connection, true);
    LedgerEntries entries = new LedgerEntries(session, clock);
    Optional<Delivery> oldest = new Ledger(session).oldestUnfinished(feed);
    oldest.ifPresent(delivery -> apply(delivery, session, entries, applier));
    return oldest.isPresent();
  }

  /** The end of a stage: whatever goes wrong with one delivery, the others go on. */
  private void apply(
      Delivery delivery, DataSource session, LedgerEntries entries, Applier applier) {
    try {
      Outcome outcome = applier.apply(delivery, session);
      boolean repeats = entries.finish(delivery, outcome);
      boolean isNews =
          delivery.transport().isSent() || outcome.state() != DeliveryState.UNCHANGED && !repeats;
      log.atLevel(isNews ? Level.INFO : Level.DEBUG)
          .log("{} {}: {}", delivery.id(), outcome.state(), outcome.sentence());
    } catch (Exception | StackOverflowError e) {
      if (DatabaseTrouble.in(e)) {
        // No attempt of this delivery: it waits as it was.
        throw new IllegalStateException("The work on " + delivery.id() + " broke off", e);
      }
      boolean forGood = delivery.attempts() + 1 >= TRIES;
      Duration pause = Duration.ofSeconds(2L << delivery.attempts());
      log.error(
          "{} ({}) stumbled, {}",
          delivery.id(),
          delivery.name(),
          forGood ? "for good" : "will be tried again",
          e);
      entries.stumbled(delivery, String.valueOf(e.getMessage()), pause, forGood);
    }
  }

  private static boolean ask(Connection connection, String sql, String feed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LockKey.of("apply " + feed));
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
