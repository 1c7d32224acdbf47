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
import norrhub.partner.Partner;
import norrhub.partner.RestSource;
import norrhub.partner.Transport;
import norrhub.poll.FailureMessage;
import norrhub.poll.FeedRegistry;
import norrhub.poll.PollSchedule;
import norrhub.poll.RestPoll;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Where a REST poll begins and ends; between, {@code routes/rest-feed} goes from page to page. */
@Component("restPollHandler")
public class RestPollHandler {
  /** Property of an exchange that only tries: it asks for one page and enters nothing. */
  static final String TRIAL = "trial";

  private final FeedRegistry registry;
  private final FeedStates states;
  private final PollSchedule polls;
  private final RestDetails details;
  private final DeliveryIntake deliveries;
  private final Deliveries history;
  private final Clock clock;

  RestPollHandler(
      FeedRegistry registry,
      FeedStates states,
      PollSchedule polls,
      RestDetails details,
      DeliveryIntake deliveries,
      Deliveries history,
      Clock clock) {
    this.registry = registry;
    this.states = states;
    this.polls = polls;
    this.details = details;
    this.deliveries = deliveries;
    this.history = history;
    this.clock = clock;
  }

  public RestPoll begin(@ExchangeProperty("feed") String feed, Exchange exchange) {
    Partner partner = registry.partner(feed);
    RestSource source = registry.feed(feed).rest().orElseThrow();
    Instant now = clock.instant();
    URI home = FirstAddress.of(source, history.lastWhole(feed), partner.timeZone(), now);
    if (exchange.getProperty(TRIAL, false, Boolean.class)) {
      return new RestPoll(partner, registry.feed(feed), Validators.NONE, home, now).onTrial();
    }
    Validators before = states.validators(feed, asked(source, home));
    RestPoll poll = new RestPoll(partner, registry.feed(feed), before, home, now);
    if (source.since().isPresent() && history.isWaiting(feed)) {
      // What is to be asked for next is known once that has been read.
      poll.skip();
    }
    return poll;
  }

  public boolean goesOn(@ExchangeProperty("poll") RestPoll poll) {
    return poll.step() == RestPoll.Step.ASK;
  }

  /** Whatever went wrong on the way to a page or a detail, what came before it stands. */
  public void brokeOff(@ExchangeProperty("poll") RestPoll poll, Exchange exchange) {
    String reason =
        FailureMessage.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    poll.details()
        .ifPresentOrElse(round -> details.failed(poll, round, reason), () -> poll.breakOff(reason));
  }

  /** Enters what the poll brought; validators last, for they promise that we have it. */
  public void deliver(@ExchangeProperty("poll") RestPoll poll) throws IOException {
    if (poll.isTrial()) {
      return;
    }
    String feed = poll.feed().id();
    String partner = poll.partner().id();
    switch (poll.step()) {
      case ASK -> throw new IOException("the hub is going down; the poll was not finished");
      case PAUSED, SKIPPED -> {}
      case UNCHANGED -> deliveries.confirmUnchanged(feed, partner, clock.instant());
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
