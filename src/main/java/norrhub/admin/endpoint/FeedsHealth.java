package norrhub.admin.endpoint;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import norrhub.platform.DatabaseDown;
import norrhub.platform.DatabaseWatch;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Names the feeds that are failing or silent and the files that are rejected. The hub as a whole
 * stays up: one dead partner must never take it out of service for the others.
 */
@Component("feedsHealthIndicator")
final class FeedsHealth implements HealthIndicator {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final FeedStatuses feeds;
  private final RejectedFiles files;
  private final DatabaseWatch database;

  FeedsHealth(FeedStatuses feeds, RejectedFiles files, DatabaseWatch database) {
    this.feeds = feeds;
    this.files = files;
    this.database = database;
  }

  @Override
  public Health health() {
    try {
      return database.ask(PATIENCE, this::told);
    } catch (DatabaseDown e) {
      return Health.unknown().withDetail("reason", e.sentence()).build();
    }
  }

  private Health told() {
    Map<String, FeedStatus> failing = new TreeMap<>();
    Map<String, FeedStatus> silent = new TreeMap<>();
    Map<String, FeedStatus> well = new TreeMap<>();
    for (FeedStatus feed : feeds.all()) {
      Map<String, FeedStatus> group =
          switch (feed.health()) {
            case FAILING -> failing;
            case SILENT -> silent;
            default -> well;
          };
      group.put(feed.feed(), feed);
    }
    return Health.up()
        .withDetail("failing", failing)
        .withDetail("silent", silent)
        .withDetail("rejectedFiles", files.faults())
        .withDetail("ok", well)
        .build();
  }
}
