package norrhub.delivery.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import norrhub.delivery.archive.Archive;
import norrhub.fetch.Limits;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Bytes of polls that brought nothing new, once the next poll has replaced them. They go after six
 * hours: by then, whatever poll brought the same bytes meanwhile has its row in the ledger.
 */
@Component
class ReplacedParts implements Prunes {
  private static final int MOST = 200;
  private static final Duration LEAST = Duration.ofHours(6);

  private final JdbcClient db;
  private final Archive archive;
  private final PartsInUse inUse;
  private final Duration kept;
  private final Clock clock;

  ReplacedParts(JdbcClient db, Archive archive, PartsInUse inUse, Limits limits, Clock clock) {
    this.db = db;
    this.archive = archive;
    this.inUse = inUse;
    Duration polls = limits.poll().multipliedBy(2);
    this.kept = polls.compareTo(LEAST) > 0 ? polls : LEAST;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "replaced-parts";
  }

  @Override
  public Pruned due() {
    try {
      long bytes = 0;
      List<String> hashes = released(Integer.MAX_VALUE);
      for (String hash : hashes) {
        bytes += archive.size(hash);
      }
      return new Pruned(hashes.size(), bytes, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Pruned prune() {
    List<String> hashes = released(MOST);
    if (hashes.isEmpty()) {
      return Pruned.NOTHING;
    }
    Set<String> named = inUse.named(hashes);
    long bytes = 0;
    int gone = 0;
    try {
      for (String hash : hashes) {
        if (!named.contains(hash)) {
          bytes += archive.remove(hash, then());
          gone++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    db.sql("delete from released_part where sha256 = any (:hashes) and released_at < :then")
        .param("hashes", new SqlArrayValue("text", hashes.toArray()))
        .param("then", utc(then()))
        .update();
    return new Pruned(gone, bytes, hashes.size() == MOST);
  }

  private List<String> released(int most) {
    return db.sql(
            "select sha256 from released_part where released_at < :then order by released_at limit :most")
        .param("then", utc(then()))
        .param("most", most)
        .query(String.class)
        .list();
  }

  private Instant then() {
    return clock.instant().minus(kept);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
