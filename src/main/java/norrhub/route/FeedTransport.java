package norrhub.route;

import java.util.Map;
import norrhub.partner.Feed;
import norrhub.partner.Partner;

/** How the feeds of one transport become routes of its template, {@code routes/<name>-feed}. */
public interface FeedTransport {
  /** As {@link Feed#transport()} says it. */
  String name();

  /**
   * The template's parameters. Parameters show in logs and consoles: a secret is kept by {@code
   * beans}, and its parameter names the bean.
   */
  Map<String, Object> parameters(FeedBeans beans, Partner partner, Feed feed);
}
