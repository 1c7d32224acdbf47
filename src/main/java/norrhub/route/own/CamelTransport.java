package norrhub.route.own;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import norrhub.partner.CamelSource;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Transport;
import norrhub.route.FeedBeans;
import norrhub.route.FeedTls;
import norrhub.route.FeedTransport;
import org.springframework.stereotype.Component;

/** Feeds whose route templates are the admin's own. */
@Component
class CamelTransport implements FeedTransport {
  private final FeedTls tls;

  CamelTransport(FeedTls tls) {
    this.tls = tls;
  }

  @Override
  public Transport transport() {
    return Transport.CAMEL;
  }

  @Override
  public List<String> templates(Feed feed) {
    return source(feed).template().stream().toList();
  }

  @Override
  public Map<String, Object> parameters(FeedBeans beans, Partner partner, Feed feed) {
    Map<String, Object> all = new HashMap<>(source(feed).parameters());
    all.put("tls", beans.bind("tls", tls.of(source(feed).trust())));
    source(feed)
        .secrets()
        .forEach((name, secret) -> all.put(name, beans.bind(name, secret.value())));
    return all;
  }

  private static CamelSource source(Feed feed) {
    return feed.camel().orElseThrow();
  }
}
