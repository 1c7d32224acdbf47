package norrhub.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells which files of a folder have not changed for a while, so that none is read half written.
 *
 * <p>It goes by what this hub saw at its own polls. The file's time only counts as "different from
 * before": a partner's clock may be hours off.
 */
public final class StableFiles {
  private final Duration settle;
  private final Map<String, Seen> files = new HashMap<>();

  public StableFiles(Duration settle) {
    this.settle = settle;
  }

  /** Whether the file has had this size and time for as long as it takes; remembers it if not. */
  public boolean rests(String name, long size, long modified, Instant now) {
    Seen before = files.get(name);
    if (before == null || before.size != size || before.modified != modified) {
      Instant restless = before == null || before.rested ? now : before.restless;
      before = new Seen(size, modified, now, restless, false);
    }
    boolean rests = !now.isBefore(before.since.plus(settle));
    files.put(name, new Seen(size, modified, before.since, before.restless, rests));
    return rests;
  }

  /** For how long a file that does not rest has been changing. */
  public Duration restlessFor(String name, Instant now) {
    Seen seen = files.get(name);
    return seen == null ? Duration.ZERO : Duration.between(seen.restless, now);
  }

  /** Forgets the files that are no longer there. */
  public void keepOnly(Set<String> names) {
    files.keySet().retainAll(names);
  }

  private record Seen(long size, long modified, Instant since, Instant restless, boolean rested) {}
}
