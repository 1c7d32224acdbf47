package norrhub.poll;

import java.nio.file.Path;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Transport;

/** How the feeds of one transport are tried. */
public interface ConnectionTest {
  Transport transport();

  /**
   * Fetches one file, page or mail and leaves it where it is. What goes wrong is thrown, or told as
   * the last step.
   */
  Fetched fetch(Partner partner, Feed feed, Path folder, ProbeSteps steps) throws Exception;
}
