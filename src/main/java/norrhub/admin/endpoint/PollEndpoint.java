package norrhub.admin.endpoint;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import norrhub.poll.FeedPolls;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** Polls a feed now. The answer comes at once; {@link StatusEndpoint} tells how it went. */
@Component
@Endpoint(id = "poll")
class PollEndpoint {
  private final FeedStatuses feeds;
  private final FeedPolls polls;
  private final Clock clock;

  PollEndpoint(FeedStatuses feeds, FeedPolls polls, Clock clock) {
    this.feeds = feeds;
    this.polls = polls;
    this.clock = clock;
  }

  @WriteOperation
  WebEndpointResponse<?> poll(@Selector String feed, boolean force) {
    Optional<FeedStatus> status = feeds.of(feed);
    if (status.isEmpty()) {
      return Refusals.unknownFeed(feed, feeds.all());
    }
    if (status.get().health() == FeedStatus.Health.OFF) {
      return Refusals.notNow(
          "%s is off: %s. Take `off` out of the partner's file, then `norrhub reload`"
              .formatted(feed, status.get().reason().orElse("")));
    }
    if (status.get().isHeld()) {
      return Refusals.notNow(status.get().reason().orElse(""));
    }
    var asked = clock.instant();
    Optional<String> objection = polls.ask(feed, force);
    return objection.isPresent()
        ? Refusals.notNow(objection.get())
        : new WebEndpointResponse<>(Map.of("feed", feed, "asked", asked));
  }
}
