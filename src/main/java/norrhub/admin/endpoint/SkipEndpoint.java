package norrhub.admin.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.delivery.Blocker;
import norrhub.delivery.Blockers;
import norrhub.delivery.Skips;
import norrhub.notice.Printable;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.partner.Transport;
import norrhub.poll.FeedPolls;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Lets a feed go on past the file or mail that holds it up. */
@Component
@Endpoint(id = "skip")
class SkipEndpoint {
  private final FeedStatuses feeds;
  private final Partners partners;
  private final Blockers blockers;
  private final Skips skips;
  private final FeedPolls polls;

  SkipEndpoint(
      FeedStatuses feeds, Partners partners, Blockers blockers, Skips skips, FeedPolls polls) {
    this.feeds = feeds;
    this.partners = partners;
    this.blockers = blockers;
    this.skips = skips;
    this.polls = polls;
  }

  @WriteOperation
  WebEndpointResponse<?> skip(@Selector String feed, @Nullable String name, @Nullable String why) {
    Optional<Partner> partner = partners.ofFeed(feed);
    if (partner.isEmpty()) {
      return Refusals.unknownFeed(feed, feeds.all());
    }
    if (name == null || why == null || why.isBlank()) {
      return Refusals.incomplete(
          "Say which file or mail, and why: skip <feed> <name> --why <text>");
    }
    List<Blocker> held = blockers.of(feed);
    Optional<Blocker> blocker = held.stream().filter(b -> isCalled(b, name)).findFirst();
    if (blocker.isEmpty()) {
      return Refusals.noBlocker(
          feed, name, held.stream().map(b -> Printable.line(b.name())).toList());
    }
    Transport transport = partners.feed(feed).map(Feed::transport).orElseThrow();
    skips.skip(blocker.get(), partner.get().id(), transport, why.strip());
    polls.ask(feed, false);
    return new WebEndpointResponse<>(Map.of("feed", feed, "skipped", name));
  }

  /** As it is, or as it is shown: an admin types what `status` says. */
  private static boolean isCalled(Blocker blocker, String name) {
    return blocker.name().equals(name) || Printable.line(blocker.name()).equals(name);
  }
}
