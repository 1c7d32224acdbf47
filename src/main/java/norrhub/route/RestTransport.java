package norrhub.route;

import java.net.URI;
import java.util.Map;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** REST feeds as routes of {@code rest-feed}. */
@Component
class RestTransport implements FeedTransport {

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public Map<String, Object> parameters(CamelContext camel, Partner partner, Feed feed) {
    URI url = feed.rest().orElseThrow().url();
    return Map.of("server", "%s://%s".formatted(url.getScheme(), url.getRawAuthority()));
  }
}
