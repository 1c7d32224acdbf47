package norrhub.poll;

import java.time.Instant;
import java.util.Optional;

/** The polls of this hub's feeds, as an admin asks for them. */
public interface FeedPolls {
  /** When the feed is polled next; empty where this hub does not poll it. */
  Optional<Instant> next(String feed);

  /**
   * Asks for a poll now, however short ago the last one was.
   *
   * @param force also where the feed's server asked for a pause
   * @return why there will be none; empty where it comes within seconds
   */
  Optional<String> ask(String feed, boolean force);
}
