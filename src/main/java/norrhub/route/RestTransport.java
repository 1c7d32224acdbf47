package norrhub.route;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.fetch.AccessTokens;
import norrhub.fetch.HostRateLimiter;
import norrhub.partner.Feed;
import norrhub.partner.OAuth2;
import norrhub.partner.Partner;
import norrhub.partner.RestOptions;
import norrhub.partner.RestSource;
import norrhub.partner.Transport;
import norrhub.poll.ForgetsFeeds;
import org.springframework.stereotype.Component;

/**
 * REST feeds: a route of {@code rest-feed} polls, and one of {@code rest-request} makes its
 * requests.
 */
@Component
class RestTransport implements FeedTransport, ForgetsFeeds {
  /** The template by which a request is made. */
  static final String REQUEST = "rest-request";

  private final FeedTls tls;
  private final AccessTokens tokens;
  private final HostRateLimiter paces;
  private final Map<String, RestSource> sources = new ConcurrentHashMap<>();

  RestTransport(FeedTls tls, AccessTokens tokens, HostRateLimiter paces) {
    this.tls = tls;
    this.tokens = tokens;
    this.paces = paces;
  }

  @Override
  public Transport transport() {
    return Transport.REST;
  }

  @Override
  public List<String> templates(Feed feed) {
    return List.of(transport().template(), REQUEST);
  }

  @Override
  public Map<String, Object> parameters(FeedBeans beans, Partner partner, Feed feed) {
    RestSource source = feed.rest().orElseThrow();
    sources.put(feed.id(), source);
    Map<String, Object> all = options(source.options()).parameters();
    all.put("scheme", source.url().getScheme());
    all.put("server", source.url().getRawAuthority());
    // Camel would talk TLS to a server of plain HTTP, too, had it but something to trust.
    if (!source.url().getScheme().equals("http")) {
      all.put("tls", beans.bind("tls", tls.of(source.trust())));
    }
    return all;
  }

  private static FeedOptions options(RestOptions options) {
    return new FeedOptions()
        .with("connectTimeout", options.connectTimeout())
        .with("responseTimeout", options.responseTimeout());
  }

  /** Feeds share servers and logins: what is known of one goes with the last feed that uses it. */
  @Override
  public void forget(String feed) {
    RestSource source = sources.remove(feed);
    if (source == null) {
      return;
    }
    if (sources.values().stream().noneMatch(other -> other.server().equals(source.server()))) {
      paces.forget(source.server());
    }
    source.oauth2().filter(access -> !isUsed(access)).ifPresent(tokens::forget);
  }

  private boolean isUsed(OAuth2 access) {
    return sources.values().stream()
        .anyMatch(other -> other.oauth2().filter(access::equals).isPresent());
  }
}
