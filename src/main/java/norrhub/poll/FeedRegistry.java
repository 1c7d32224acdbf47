package norrhub.poll;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import org.springframework.stereotype.Component;

/** The feeds that have a route, for the beans that routes call with a feed's id. */
@Component
public class FeedRegistry implements ForgetsFeeds {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  public void enter(Partner partner, Feed feed) {
    entries.put(feed.id(), new Entry(partner, feed));
  }

  @Override
  public void forget(String feed) {
    entries.remove(feed);
  }

  public boolean has(String feed) {
    return entries.containsKey(feed);
  }

  public Partner partner(String feed) {
    return entry(feed).partner;
  }

  public Feed feed(String feed) {
    return entry(feed).feed;
  }

  private Entry entry(String feed) {
    return Objects.requireNonNull(entries.get(feed), () -> "No feed is called " + feed);
  }

  private record Entry(Partner partner, Feed feed) {}
}
