package norrhub.ingest;

import com.carrotsearch.hppc.LongHashSet;
import norrhub.catalogue.FeedCatalogue;
import norrhub.vacancy.VacancyId;

/**
 * The records of which nothing is to be done or said when they come as they came before: eight
 * bytes each, read at once. It is how things stood when it was read; what others change meanwhile,
 * an admin or the clock, the next delivery sees.
 */
final class UnchangedRecords {
  private final LongHashSet pairs = new LongHashSet();

  UnchangedRecords(FeedCatalogue catalogue) {
    catalogue.eachQuiet((id, inputHash) -> pairs.add(pair(id, inputHash)));
  }

  boolean has(VacancyId id, long inputHash) {
    return pairs.contains(pair(id, inputHash));
  }

  /** Both are hashes, so one more hash is as good as the two. */
  private static long pair(VacancyId id, long inputHash) {
    return id.hash64() ^ inputHash;
  }
}
