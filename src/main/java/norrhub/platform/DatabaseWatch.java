package norrhub.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import norrhub.config.Wait;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Knows whether the database answers, by a connection of its own: the pool's may all be waiting for
 * it. One line of the log tells each change; whoever needs the database asks here first, and so
 * nothing runs into the same wall each second.
 */
@Component
public class DatabaseWatch implements InitializingBean, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
  private static final Duration BETWEEN = Duration.ofMillis(500);

  /** A busy server is not a dead one: so long may an answer take before the watch gives it up. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Whoever asks for its health gets an answer within this time. */
  private static final Duration HURRY = Duration.ofSeconds(1);

  /** How long an old connection speaks for those that are still to be made. */
  private static final Duration OLD = Duration.ofSeconds(5);

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final ConnectionPool pool;
  private final Clock clock;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(daemon("database-watch"));
  private final ExecutorService asking = Executors.newCachedThreadPool(daemon("database-question"));

  private @Nullable Connection held;
  private Instant opened = Instant.EPOCH;
  private String refused = "";
  private volatile @Nullable Outage outage;
  private volatile Instant lost = Instant.EPOCH;

  DatabaseWatch(ConnectionPool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // it catches whatever fails, and goes on
  public void afterPropertiesSet() {
    looking.scheduleWithFixedDelay(() -> look(OLD), 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether it answered when the watch looked last. */
  public boolean isUp() {
    return outage == null;
  }

  /** Since when and why it does not answer, as the watch knows it. */
  public Optional<Outage> outage() {
    return Optional.ofNullable(outage);
  }

  /** The same as of now: takes a second at most, whatever the database does. */
  public Optional<Outage> outageNow() {
    Instant asked = clock.instant();
    try {
      looking.submit(() -> look(FRESH)).get(HURRY.toMillis(), TimeUnit.MILLISECONDS);
      return outage();
    } catch (TimeoutException e) {
      return outage().or(() -> Optional.of(new Outage(asked, "no answer within a second")));
    } catch (ExecutionException | RejectedExecutionException e) {
      return outage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return outage();
    }
  }

  /**
   * Asks the database something, for as long as {@code most}.
   *
   * @throws DatabaseDown where it does not answer
   */
  public <T> T ask(Duration most, Supplier<T> question) {
    Outage known = outage;
    if (known != null) {
      throw new DatabaseDown(known.sentence());
    }
    Future<T> answer = asking.submit(question::get);
    try {
      return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new DatabaseDown(
          "The database does not answer: nothing came within %d seconds"
              .formatted(most.toSeconds()));
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseDown("The hub is going down");
    }
  }

  /**
   * Whether a failure is the database's, which the watch tells for all. A connection that was lost
   * while the database as a whole answers is reported here too.
   */
  public boolean explains(@Nullable Throwable failure) {
    if (failure instanceof DatabaseDown) {
      return true;
    }
    if (DatabaseTrouble.in(failure)) {
      if (outageNow().isEmpty()) {
        tellLost(failure);
      }
      return true;
    }
    return outage != null && DatabaseTrouble.isSql(failure);
  }

  private RuntimeException failure(@Nullable Throwable cause) {
    if (explains(cause)) {
      SQLException sql = DatabaseTrouble.of(cause);
      return new DatabaseDown(
          outage()
              .map(Outage::sentence)
              .orElseGet(
                  () ->
                      "The database does not answer: "
                          + (sql == null ? "it broke off" : DatabaseAddress.reason(sql))));
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  private synchronized void tellLost(@Nullable Throwable failure) {
    Instant now = clock.instant();
    SQLException sql = DatabaseTrouble.of(failure);
    if (sql != null && new Wait(lost, PATIENCE).isOver(now)) {
      lost = now;
      log.warn(
          "a connection to the database was lost, its work is done again: {}",
          DatabaseAddress.reason(sql));
    }
  }

  /** Only the one thread that looks comes here. */
  private void look(Duration oldest) {
    try {
      Instant now = clock.instant();
      Connection old = held;
      if (old == null || new Wait(opened, oldest).isOver(now) || !old.isValid(seconds())) {
        renew(old);
        opened = now;
      }
      found();
    } catch (SQLException | RuntimeException e) {
      drop();
      missed(e instanceof SQLException sql ? DatabaseAddress.reason(sql) : e.toString());
    }
  }

  private void renew(@Nullable Connection old) throws SQLException {
    try {
      Connection fresh = pool.address().connect(PATIENCE);
      drop();
      held = fresh;
      tellRefused("");
    } catch (SQLException e) {
      // A server that is full or has a new password refuses new ones, and the pool's work on.
      if (old == null || !DatabaseTrouble.isRefusal(e) || !old.isValid(seconds())) {
        throw e;
      }
      tellRefused(DatabaseAddress.reason(e));
    }
  }

  private void tellRefused(String reason) {
    if (!reason.isEmpty() && !reason.equals(refused)) {
      log.warn("the database refuses new connections, those that are open work on: {}", reason);
    }
    refused = reason;
  }

  private static int seconds() {
    return (int) PATIENCE.toSeconds();
  }

  private void found() {
    Outage over = outage;
    if (over != null) {
      outage = null;
      log.info(
          "the database answers again, after {} seconds",
          Duration.between(over.since(), clock.instant()).toSeconds());
    }
  }

  private void missed(String reason) {
    Outage known = outage;
    outage = new Outage(known == null ? clock.instant() : known.since(), reason);
    if (known == null) {
      log.error(
          "the database does not answer: {}. Polls, deliveries, boards and events wait for it;"
              + " documents are served on",
          reason);
    }
  }

  private void drop() {
    Connection last = held;
    held = null;
    if (last != null) {
      try {
        last.abort(Runnable::run);
      } catch (SQLException e) {
        log.debug("a connection that was gone already", e);
      }
    }
  }

  @Override
  public void destroy() {
    looking.shutdownNow();
    asking.shutdownNow();
    drop();
  }

  private static ThreadFactory daemon(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
