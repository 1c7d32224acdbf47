package norrhub.route;

import java.util.Map;
import java.util.Optional;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Transport;

/** How the feeds of one transport become routes of its template, {@code routes/<name>-feed}. */
public interface FeedTransport {
  Transport transport();

  /** The template of the feed's route; none where a route that is there already delivers for it. */
  default Optional<String> template(Feed feed) {
    return Optional.of(transport().template());
  }

  /**
   * The template's parameters. Parameters show in logs and consoles: a secret is kept by {@code
   * beans}, and its parameter names the bean.
   */
  Map<String, Object> parameters(FeedBeans beans, Partner partner, Feed feed);
}
