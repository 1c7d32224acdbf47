package norrhub.ingest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many deliveries are applied at once.
 *
 * @param workers deliveries that are applied at once, each of another feed; by default one a
 *     processor, and at most (connections − 4) / 3. Raise {@code
 *     spring.datasource.hikari.maximum-pool-size} (12) along: three connections a worker and four
 *     more
 */
@ConfigurationProperties("norrhub.work")
record WorkSettings(@Nullable Integer workers) {
  /** One for its lock and its writing, two for what else it asks meanwhile. */
  private static final int CONNECTIONS_OF_A_WORKER = 3;

  /** For polls, boards, events and the web. */
  private static final int CONNECTIONS_OF_OTHERS = 4;

  WorkSettings {
    if (workers != null && workers < 1) {
      throw new IllegalArgumentException("norrhub.work.workers must be at least 1");
    }
  }

  /**
   * @param pool how many connections the database's pool has
   */
  int workers(int processors, int pool) {
    return workers != null ? workers : Math.max(1, Math.min(processors, carriedBy(pool)));
  }

  /** How many workers can never starve each other nor anybody else. */
  static int carriedBy(int pool) {
    return (pool - CONNECTIONS_OF_OTHERS) / CONNECTIONS_OF_A_WORKER;
  }

  static int poolFor(int workers) {
    return CONNECTIONS_OF_A_WORKER * workers + CONNECTIONS_OF_OTHERS;
  }
}
