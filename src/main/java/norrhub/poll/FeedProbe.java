package norrhub.poll;

import java.nio.file.Path;
import norrhub.partner.Feed;
import norrhub.partner.Partner;

/** Fetches a little of a feed as a poll would, and leaves everything where and as it is. */
public interface FeedProbe {
  /**
   * @param folder for what is fetched
   * @param steps records each step, also the one that fails
   */
  Fetched fetch(Partner partner, Feed feed, Path folder, ProbeSteps steps);
}
