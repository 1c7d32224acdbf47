package norrhub.route;

import java.nio.file.Path;
import java.util.List;
import norrhub.admin.TrialSteps;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.record.PartFile;

/** How the feeds of one transport are tried. */
interface SourceTrial {
  /** As {@link Feed#transport()} says it. */
  String transport();

  /**
   * Fetches one file, page or mail and leaves it where it is. What goes wrong is thrown, or told as
   * the last step.
   */
  List<PartFile> fetch(Partner partner, Feed feed, Path folder, TrialSteps steps) throws Exception;
}
