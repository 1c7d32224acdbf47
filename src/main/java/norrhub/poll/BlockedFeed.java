package norrhub.poll;

import java.time.temporal.ChronoUnit;
import norrhub.delivery.Blocker;
import norrhub.partner.Feed;

/** Says what a feed waits for, until when, and what to do. */
public final class BlockedFeed {
  private BlockedFeed() {}

  public static String sentence(Feed feed, Blocker blocker, int mostTries) {
    String others = Scope.isFeed(feed) ? "; what came later waits" : "";
    return "%s cannot be read: %s%s. It is rejected after %d failures, or at %s; `norrhub skip %s '%s' --why <text>` does it now"
        .formatted(
            blocker.name(),
            blocker.reason(),
            others,
            mostTries,
            blocker.end().truncatedTo(ChronoUnit.SECONDS),
            feed.id(),
            blocker.name());
  }
}
