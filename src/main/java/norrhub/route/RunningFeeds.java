package norrhub.route;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.platform.Changes;
import norrhub.poll.FeedRouteControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps one route for every feed of every partner that is not off, as their files say. */
@Component
public class RunningFeeds implements FeedRouteControl {
  private static final Logger log = LoggerFactory.getLogger(RunningFeeds.class);

  private final Partners partners;
  private final FeedRoutes routes;
  private final Map<String, Fetched> running = new TreeMap<>();

  RunningFeeds(Partners partners, FeedRoutes routes) {
    this.partners = partners;
    this.routes = routes;
  }

  /** Fetching starts once the hub is up. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    follow();
  }

  @Override
  public synchronized Followed follow() {
    Map<String, Fetched> wanted = wanted();
    Changes changes = Changes.between(running, wanted);
    Map<String, String> failed = new TreeMap<>();
    changes.removed().forEach(this::remove);
    changes.changed().forEach(this::remove);
    wanted.forEach(
        (feed, now) -> {
          if (running.containsKey(feed)) {
            routes.enter(now.partner, now.feed);
          } else {
            add(feed, now, failed);
          }
        });
    changes.changed().forEach(routes::pollAtOnce);
    return new Followed(changes, failed);
  }

  /**
   * The feeds that have a route of these files.
   *
   * @param files as Camel names them
   */
  public synchronized Set<String> madeFrom(Collection<String> files) {
    return running.keySet().stream()
        .filter(feed -> routes.isMadeFrom(feed, files))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Takes their routes out until they are put back; a poll may come to its end first. */
  public synchronized void takeOut(Set<String> feeds) {
    feeds.forEach(this::remove);
  }

  /**
   * Adds their routes again, of those that the partners in force still have.
   *
   * @return feeds that cannot be fetched so, and why
   */
  public synchronized Map<String, String> putBack(Set<String> feeds) {
    Map<String, String> failed = new TreeMap<>();
    Map<String, Fetched> wanted = wanted();
    wanted.keySet().retainAll(feeds);
    wanted.forEach((feed, now) -> add(feed, now, failed));
    return failed;
  }

  private void add(String feed, Fetched now, Map<String, String> failed) {
    routes.add(now.partner, now.feed).ifPresent(why -> failed.put(feed, why));
    running.put(feed, now);
  }

  private void remove(String feed) {
    routes.remove(feed);
    running.remove(feed);
  }

  private Map<String, Fetched> wanted() {
    Map<String, Fetched> wanted = new TreeMap<>();
    for (Partner partner : partners.all()) {
      if (partner.off().isPresent()) {
        log.info("partner {} is off: {}", partner.id(), partner.off().get());
      } else {
        partner.feeds().forEach(feed -> wanted.put(feed.id(), new Fetched(partner, feed)));
      }
    }
    return wanted;
  }

  /** A feed as its route has it; what else its partner's file says concerns no route. */
  private record Fetched(Partner partner, Feed feed) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Fetched that
          && partner.id().equals(that.partner.id())
          && partner.name().equals(that.partner.name())
          && feed.equals(that.feed);
    }

    @Override
    public int hashCode() {
      return feed.hashCode();
    }
  }
}
