package norrhub.delivery.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import norrhub.delivery.archive.Archive;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.platform.RetentionSettings;
import org.springframework.stereotype.Component;

/**
 * Bytes in the archive that are past their time. What may be applied again stays: each feed's
 * newest delivery, or that of each file name, what came on trial, and the details that it names.
 * What is in use is looked up once for a round through all folders: what comes to be used meanwhile
 * is new.
 */
@Component
class ArchivePruning implements Prunes {
  private static final int FOLDERS_AT_ONCE = 16;

  private final Archive archive;
  private final PartsInUse inUse;
  private final RetentionSettings settings;
  private final Clock clock;
  private Set<String> used = Set.of();
  private int next;

  ArchivePruning(Archive archive, PartsInUse inUse, RetentionSettings settings, Clock clock) {
    this.archive = archive;
    this.inUse = inUse;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "archive";
  }

  @Override
  public Pruned due() {
    try {
      Instant then = then();
      Set<String> needed = inUse.all(then);
      long count = 0;
      long bytes = 0;
      for (int folder = 0; folder < Archive.FOLDERS; folder++) {
        for (String hash : archive.keptBefore(folder, then)) {
          if (!needed.contains(hash)) {
            count++;
            bytes += archive.size(hash);
          }
        }
      }
      return new Pruned(count, bytes, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized Pruned prune() {
    try {
      Instant then = then();
      if (next == 0) {
        used = inUse.all(then);
      }
      long count = 0;
      long bytes = 0;
      int last = next + FOLDERS_AT_ONCE;
      for (; next < last; next++) {
        for (String hash : archive.keptBefore(next, then)) {
          if (!used.contains(hash)) {
            bytes += archive.remove(hash, then);
            count++;
          }
        }
      }
      boolean more = next < Archive.FOLDERS;
      if (!more) {
        next = 0;
        used = Set.of();
      }
      return new Pruned(count, bytes, more);
    } catch (IOException e) {
      next = 0;
      throw new UncheckedIOException(e);
    }
  }

  private Instant then() {
    return RetentionSettings.before(settings.archive(), clock.instant());
  }
}
