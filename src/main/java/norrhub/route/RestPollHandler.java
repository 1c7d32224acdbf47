package norrhub.route;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import norrhub.delivery.Deliveries;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.Incoming;
import norrhub.delivery.feed.FeedStates;
import norrhub.delivery.feed.Validators;
import norrhub.fetch.FirstAddress;
import norrhub.partner.RestSource;
import norrhub.partner.Transport;
import norrhub.poll.FeedRegistry;
import norrhub.poll.PollSchedule;
import norrhub.poll.RestPoll;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Route;
import org.springframework.stereotype.Component;

/** Polls REST feeds: all pages that a poll brings make one delivery. */
@Component("restPollHandler")
public class RestPollHandler {
  private final FeedRegistry registry;
  private final FeedStates states;
  private final PollSchedule polls;
  private final RestRequests requests;
  private final RestDetails details;
  private final DeliveryIntake deliveries;
  private final Deliveries history;
  private final Clock clock;

  RestPollHandler(
      FeedRegistry registry,
      FeedStates states,
      PollSchedule polls,
      RestRequests requests,
      RestDetails details,
      DeliveryIntake deliveries,
      Deliveries history,
      Clock clock) {
    this.registry = registry;
    this.states = states;
    this.polls = polls;
    this.requests = requests;
    this.details = details;
    this.deliveries = deliveries;
    this.history = history;
    this.clock = clock;
  }

  /** Asks the feed's server for what is new, and enters it. */
  public void poll(@ExchangeProperty("feed") String feed, Exchange exchange) throws IOException {
    RestPoll poll = begin(feed);
    Route route = exchange.getContext().getRoute(FeedRoutes.route(feed, RestTransport.REQUEST));
    requests.make(poll, exchange, route.getEndpoint());
    deliver(poll);
  }

  /** Asks for the first page, and for its first detail, and enters nothing. */
  RestPoll ask(String feed, Exchange exchange, Endpoint route) throws IOException {
    Instant now = clock.instant();
    RestPoll poll = poll(feed, Validators.NONE, home(feed, now), now).onTrial();
    requests.make(poll, exchange, route);
    return poll;
  }

  private RestPoll begin(String feed) {
    RestSource source = registry.feed(feed).rest().orElseThrow();
    Instant now = clock.instant();
    URI home = home(feed, now);
    RestPoll poll = poll(feed, states.validators(feed, asked(source, home)), home, now);
    if (source.since().isPresent() && history.isWaiting(feed)) {
      // What is to be asked for next is known once that has been read.
      poll.skip();
    }
    return poll;
  }

  private RestPoll poll(String feed, Validators before, URI home, Instant now) {
    return new RestPoll(registry.partner(feed), registry.feed(feed), before, home, now);
  }

  private URI home(String feed, Instant now) {
    RestSource source = registry.feed(feed).rest().orElseThrow();
    return FirstAddress.of(source, history.lastWhole(feed), registry.partner(feed).timeZone(), now);
  }

  /** Enters what the poll brought; validators last, for they promise that we have it. */
  private void deliver(RestPoll poll) throws IOException {
    String feed = poll.feed().id();
    switch (poll.step()) {
      case ASK, PAUSED, SKIPPED -> {}
      case UNCHANGED -> deliveries.confirmUnchanged(feed, poll.partner().id(), clock.instant());
      case ENDED -> {
        if (!poll.pages().isEmpty()) {
          receive(poll);
          states.remember(feed, asked(poll.source(), poll.home()), poll.validators());
        }
        poll.incompleteBecause().ifPresent(why -> polls.trouble(feed, why));
      }
    }
  }

  /**
   * Tells one first request from another, keys apart; its address may hold what nobody is to see.
   */
  private static String asked(RestSource source, URI home) {
    String request = home + " " + new TreeMap<>(source.headers()) + " " + source.post();
    return UUID.nameUUIDFromBytes(request.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void receive(RestPoll poll) throws IOException {
    if (!polls.isOurs(poll.feed().id())) {
      throw new IOException("the lock of this poll is lost; the next poll asks again");
    }
    deliveries.receive(
        new Incoming(
            poll.feed().id(),
            poll.partner().id(),
            Transport.REST,
            poll.name(),
            "polled " + poll.started(),
            details.parts(poll),
            // What the server says now, it says of the time when it was asked.
            poll.started(),
            poll.incompleteBecause()));
  }
}
