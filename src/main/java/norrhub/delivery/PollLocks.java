package norrhub.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import norrhub.platform.SessionLost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One poller per feed across all hubs.
 *
 * <p>The locks are PostgreSQL's session advisory locks on one connection of their own: a hub that
 * dies loses them with it, at once, and another goes on.
 */
@Component
public class PollLocks implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(PollLocks.class);

  /** A lock is asked for in no time; what takes so many milliseconds is a dead connection. */
  private static final int PATIENCE = 10_000;

  private final DataSource database;
  private final Set<String> held = new HashSet<>();
  private @Nullable Connection session;

  PollLocks(DataSource database) {
    this.database = database;
  }

  /**
   * Tries to become the feed's poller; true as well when this hub already is, for an error inside a
   * poll may have skipped its release.
   */
  public synchronized boolean tryHold(String feed) {
    try {
      Connection connection = session();
      if (held.contains(feed) || ask(connection, "select pg_try_advisory_lock(?)", feed)) {
        held.add(feed);
        return true;
      }
      return false;
    } catch (SQLException e) {
      drop();
      throw new SessionLost("The lock of " + feed + " cannot be asked for", e);
    }
  }

  /**
   * Whether this hub is the feed's poller still. A poll may outlive the database session that its
   * lock went with, and another hub may have begun one meanwhile.
   */
  public synchronized boolean holds(String feed) {
    try {
      return held.contains(feed) && session != null && session.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  public synchronized void release(String feed) {
    Connection connection = session;
    if (!held.remove(feed) || connection == null) {
      return;
    }
    try {
      ask(connection, "select pg_advisory_unlock(?)", feed);
    } catch (SQLException e) {
      log.debug("the lock of {} went with its connection", feed, e);
      drop();
    }
  }

  /** In an orderly end the locks go by name: dropping the connection would be told as a fault. */
  @Override
  public synchronized void destroy() {
    if (session != null) {
      try (Connection last = session;
          Statement statement = last.createStatement()) {
        statement.execute("select pg_advisory_unlock_all()");
      } catch (SQLException e) {
        log.debug("the locks went with their connection: {}", e.getMessage());
      }
      session = null;
      held.clear();
    }
  }

  /** The connection, alive; with a dead one its locks are gone, and so is our memory of them. */
  private Connection session() throws SQLException {
    if (session != null && !session.isValid(2)) {
      drop();
    }
    if (session == null) {
      session = database.getConnection();
      session.setAutoCommit(true);
      session.setNetworkTimeout(Runnable::run, PATIENCE);
    }
    return session;
  }

  private void drop() {
    held.clear();
    if (session != null) {
      try {
        session.abort(Runnable::run);
        session.close();
      } catch (SQLException e) {
        log.debug("closing a connection that is gone: {}", e.getMessage());
      }
      session = null;
    }
  }

  private static boolean ask(Connection connection, String sql, String feed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LockKey.of("poll " + feed));
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
