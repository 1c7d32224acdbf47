package norrhub.poll;

import java.util.Map;
import norrhub.platform.Changes;

/** Starts and stops the fetching of feeds. */
public interface FeedRouteControl {
  /** Has what is fetched follow the partners in force: new feeds, changed ones, those gone. */
  Followed follow();

  /**
   * @param failed feeds that cannot be fetched as they are configured, and why
   */
  record Followed(Changes changes, Map<String, String> failed) {
    public Followed {
      failed = Map.copyOf(failed);
    }
  }
}
