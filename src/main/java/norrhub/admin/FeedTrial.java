package norrhub.admin;

import java.nio.file.Path;
import java.util.List;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.record.PartFile;

/** Fetches a little of a feed as a poll would, and leaves everything where and as it is. */
public interface FeedTrial {
  /**
   * @param folder for what is fetched
   * @param steps is told everything, failure too
   * @return what was fetched; empty where there was nothing, or something failed
   */
  List<PartFile> fetch(Partner partner, Feed feed, Path folder, TrialSteps steps);
}
