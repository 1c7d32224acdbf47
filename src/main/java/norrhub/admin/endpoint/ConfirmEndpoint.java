package norrhub.admin.endpoint;

import java.util.List;
import java.util.Map;
import norrhub.delivery.feed.Gaps;
import norrhub.poll.FeedPolls;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Takes an admin's word that what a feed of changes misses was dealt with. */
@Component
@Endpoint(id = "confirm")
class ConfirmEndpoint {
  private final FeedStatuses feeds;
  private final Gaps gaps;
  private final FeedPolls polls;

  ConfirmEndpoint(FeedStatuses feeds, Gaps gaps, FeedPolls polls) {
    this.feeds = feeds;
    this.gaps = gaps;
    this.polls = polls;
  }

  @WriteOperation
  WebEndpointResponse<?> confirm(@Selector String feed, @Nullable String why) {
    if (feeds.of(feed).isEmpty()) {
      return Refusals.unknownFeed(feed, feeds.all());
    }
    if (why == null || why.isBlank()) {
      return Refusals.incomplete("Say what was done about it: confirm <feed> --why <text>");
    }
    List<String> confirmed = gaps.confirm(feed, why.strip());
    if (confirmed.isEmpty()) {
      return Refusals.notNow(feed + " misses nothing: there is nothing to confirm");
    }
    polls.ask(feed, false);
    return new WebEndpointResponse<>(Map.of("feed", feed, "confirmed", confirmed));
  }
}
