package norrhub.admin.endpoint;

import java.io.IOException;
import java.util.Optional;
import norrhub.admin.endpoint.FeedStatus.Health;
import norrhub.admin.preview.FeedTest;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** Tries a feed, also one that is off. */
@Component
@Endpoint(id = "try")
class TryEndpoint {
  private final FeedStatuses feeds;
  private final Partners partners;
  private final FeedTest trial;

  TryEndpoint(FeedStatuses feeds, Partners partners, FeedTest trial) {
    this.feeds = feeds;
    this.partners = partners;
    this.trial = trial;
  }

  @WriteOperation
  WebEndpointResponse<?> tryOut(@Selector String feed) throws IOException {
    Optional<FeedStatus> status = feeds.of(feed);
    Optional<Partner> partner = partners.ofFeed(feed);
    if (status.isEmpty() || partner.isEmpty()) {
      return Refusals.unknownFeed(feed, feeds.all());
    }
    if (status.get().isHeld()) {
      return Refusals.notNow(status.get().reason().orElse(""));
    }
    if (status.get().health() == Health.BACKING_OFF) {
      return Refusals.notNow(
          "The server of %s asked for a pause until %s (%s)"
              .formatted(
                  feed, status.get().since().orElseThrow(), status.get().reason().orElse("")));
    }
    return new WebEndpointResponse<>(trial.of(partner.get(), partners.feed(feed).orElseThrow()));
  }
}
