package norrhub.ingest;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import norrhub.platform.ConnectionPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Apply deliveries of several feeds at once, so that a large one holds up no other feed. Each
 * worker takes the oldest delivery of a feed that nobody is at; a feed has one worker at a time.
 */
@Component("workers")
public class Workers implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);

  /** As long as a poll in progress may take to end, and a little less than Spring waits. */
  private static final Duration DRAIN = Duration.ofSeconds(28);

  private final Ingest ingest;
  private final ReadAgain again;
  private final int most;
  private final AtomicInteger busy = new AtomicInteger();
  private @Nullable ExecutorService threads;
  private volatile boolean stopping;
  private volatile @Nullable Throwable trouble;

  Workers(Ingest ingest, ReadAgain again, WorkSettings settings, ConnectionPool pool) {
    this.ingest = ingest;
    this.again = again;
    this.most = settings.workers(Runtime.getRuntime().availableProcessors(), pool.size());
    int carried = Math.max(1, WorkSettings.carriedBy(pool.size()));
    if (most > carried) {
      log.warn(
          "{} workers want more than the {} connections of the pool, which carry {}: set"
              + " spring.datasource.hikari.maximum-pool-size to {}, or norrhub.work.workers to {}",
          most,
          pool.size(),
          carried,
          WorkSettings.poolFor(most),
          carried);
    }
  }

  /**
   * Sets idle workers to work where something waits. Called on a timer.
   *
   * @throws IllegalStateException what a worker failed of, until one has done its work without
   */
  public synchronized void work() {
    again.queueWhatChanged();
    Throwable failed = trouble;
    int idle = most - busy.get();
    int wanted = idle > 0 ? Math.min(idle, ingest.waiting()) : 0;
    if (wanted == 0 && idle == most) {
      trouble = null; // nothing waits any more that it could be tried again on
    }
    for (int n = 0; n < wanted; n++) {
      set();
    }
    if (failed != null) {
      throw new IllegalStateException("A worker failed", failed);
    }
  }

  private void set() {
    if (threads != null && !stopping) {
      busy.incrementAndGet();
      threads.execute(this::applyAll);
    }
  }

  private void applyAll() {
    try {
      boolean more = true;
      while (more && !stopping) {
        more = ingest.applyNext();
      }
      trouble = null;
    } catch (RuntimeException | Error e) {
      // Here a worker's stage ends: the job tells it, the next tick sets another to work.
      trouble = e;
    } finally {
      busy.decrementAndGet();
    }
  }

  @Override
  public synchronized void start() {
    AtomicInteger number = new AtomicInteger();
    stopping = false;
    threads =
        Executors.newFixedThreadPool(
            most,
            work -> {
              Thread thread = new Thread(work, "worker-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Each worker ends the delivery it is at; one that takes longer is applied again next time. */
  @Override
  public void stop() {
    stopping = true;
    ExecutorService last = threads;
    if (last != null) {
      last.shutdown();
      try {
        if (!last.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          log.warn(
              "{} deliveries were not done within {} seconds; the next start applies them again",
              busy.get(),
              DRAIN.toSeconds());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      threads = null;
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
