package norrhub.route;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.delivery.Validators;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** REST feeds as routes of {@code rest-feed}. */
@Component
class RestFeeds implements FeedTransport {
  private final Map<String, Source> sources = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public Map<String, Object> parameters(CamelContext camel, Partner partner, Feed feed) {
    sources.put(feed.id(), new Source(partner, feed));
    var url = feed.rest().orElseThrow().url();
    return Map.of("server", "%s://%s".formatted(url.getScheme(), url.getRawAuthority()));
  }

  RestPoll poll(String feed, Validators before, Instant now) {
    Source source =
        Objects.requireNonNull(sources.get(feed), () -> "No REST feed is called " + feed);
    return new RestPoll(source.partner, source.feed, before, now);
  }

  private record Source(Partner partner, Feed feed) {}
}
