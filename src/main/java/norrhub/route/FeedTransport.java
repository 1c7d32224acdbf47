package norrhub.route;

import java.util.List;
import java.util.Map;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Transport;

/** How the feeds of one transport become routes of its templates. */
public interface FeedTransport {
  Transport transport();

  /**
   * The templates of the feed's routes; none where a route that is there already delivers for it.
   * The first is that of the route that polls; the others are there before it and go after it, for
   * it may call them.
   */
  default List<String> templates(Feed feed) {
    return List.of(transport().template());
  }

  /**
   * The parameters of the templates; {@code feed} and {@code tick} come from the hub. Parameters
   * show in logs and consoles: a secret is kept by {@code beans}, and its parameter names the bean.
   */
  Map<String, Object> parameters(FeedBeans beans, Partner partner, Feed feed);
}
