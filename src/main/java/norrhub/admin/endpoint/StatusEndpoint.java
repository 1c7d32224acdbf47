package norrhub.admin.endpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import norrhub.platform.Retention;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Says how the hub and its feeds are. */
@Component
@Endpoint(id = "status")
class StatusEndpoint {
  private final FeedStatuses feeds;
  private final RejectedFiles files;
  private final BoardsHealth boards;
  private final Unpublished unpublished;
  private final HubTroubles troubles;
  private final ApplicationContext hub;
  private final Clock clock;
  private final ClockHealth time;
  private final Retention retention;

  StatusEndpoint(
      FeedStatuses feeds,
      RejectedFiles files,
      BoardsHealth boards,
      Unpublished unpublished,
      HubTroubles troubles,
      ApplicationContext hub,
      Clock clock,
      ClockHealth time,
      Retention retention) {
    this.feeds = feeds;
    this.files = files;
    this.boards = boards;
    this.unpublished = unpublished;
    this.troubles = troubles;
    this.hub = hub;
    this.clock = clock;
    this.time = time;
    this.retention = retention;
  }

  @ReadOperation
  HubStatus hub() {
    return hub(feeds.all());
  }

  /** The same with one feed alone. */
  @ReadOperation
  WebEndpointResponse<?> feed(@Selector String feed) {
    Optional<FeedStatus> status = feeds.of(feed);
    return status.isPresent()
        ? new WebEndpointResponse<>(hub(List.of(status.get())))
        : Refusals.unknownFeed(feed, feeds.all());
  }

  private HubStatus hub(List<FeedStatus> shown) {
    return new HubStatus(
        clock.instant(),
        Instant.ofEpochMilli(hub.getStartupDate()),
        shown,
        files.faults(),
        boards.published(),
        unpublished.reasons(),
        boards.troubles(),
        troubles.all(),
        new HubStatus.RetentionStatus(retention.lastRun(), retention.pruned()),
        time.trouble());
  }
}
