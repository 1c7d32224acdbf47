package norrhub.route;

import java.net.URI;
import java.util.Map;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.RestSource;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** REST feeds as routes of {@code rest-feed}. */
@Component
class RestTransport implements FeedTransport {
  private final FeedTls tls;

  RestTransport(FeedTls tls) {
    this.tls = tls;
  }

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public Map<String, Object> parameters(CamelContext camel, Partner partner, Feed feed) {
    RestSource source = feed.rest().orElseThrow();
    URI url = source.url();
    String server = "%s://%s".formatted(url.getScheme(), url.getRawAuthority());
    // Camel would talk TLS to a server of plain HTTP, too, had it but something to trust.
    return url.getScheme().equals("http")
        ? Map.of("server", server)
        : Map.of(
            "server",
            server,
            "tls",
            new FeedBeans(camel, feed).bind("tls", tls.of(source.trust())));
  }
}
