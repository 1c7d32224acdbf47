package norrhub.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Removes what is past its time, table by table, in small batches. Called on a timer. */
@Component
public class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** A run that finds more goes on at the next tick: nobody waits for a lock of its batches. */
  private static final int BATCHES = 40;

  private final List<Prunes> all;
  private final Clock clock;
  private final Map<String, Pruned> pruned = new ConcurrentSkipListMap<>();
  private volatile Optional<Instant> lastRun = Optional.empty();

  Retention(ObjectProvider<Prunes> all, Clock clock) {
    this.all = all.orderedStream().toList();
    this.clock = clock;
    this.all.forEach(one -> pruned.put(one.what(), Pruned.NOTHING));
  }

  /** One run over everything; one kind that fails does not keep the others from their turn. */
  public void prune() {
    RuntimeException failure = null;
    for (Prunes one : all) {
      try {
        prune(one);
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    lastRun = Optional.of(clock.instant());
  }

  /**
   * All that is past its time, however long it takes; what one kind lets go of, another may find.
   *
   * @return how much of each kind is gone
   */
  public Map<String, Pruned> pruneAll() {
    Map<String, Pruned> gone = new TreeMap<>();
    for (boolean more = true; more; ) {
      more = false;
      for (Prunes one : all) {
        Pruned some = prune(one);
        gone.merge(one.what(), some, Pruned::plus);
        more |= some.count() > 0;
      }
    }
    lastRun = Optional.of(clock.instant());
    return gone;
  }

  private Pruned prune(Prunes one) {
    Pruned gone = Pruned.NOTHING;
    for (int batch = 0; batch < BATCHES && (batch == 0 || gone.more()); batch++) {
      gone = gone.plus(one.prune());
    }
    pruned.merge(one.what(), gone, Pruned::plus);
    if (gone.count() > 0) {
      LOG.info(
          "retention: {} {} removed{}",
          gone.count(),
          one.what(),
          gone.bytes() > 0 ? ", %,d bytes".formatted(gone.bytes()) : "");
    }
    return gone;
  }

  /** How much of each kind is past its time now. Changes nothing. */
  public Map<String, Pruned> due() {
    Map<String, Pruned> due = new TreeMap<>();
    all.forEach(one -> due.put(one.what(), one.due()));
    return due;
  }

  /** How much of each kind this hub has removed since it started. */
  public Map<String, Pruned> pruned() {
    return Map.copyOf(pruned);
  }

  /** When everything was looked at last. */
  public Optional<Instant> lastRun() {
    return lastRun;
  }
}
