package norrhub.route;

import java.io.IOException;
import java.time.Clock;
import norrhub.delivery.DeliveryDesk;
import norrhub.delivery.FeedStates;
import norrhub.delivery.Incoming;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Where a REST poll begins and ends; between, {@code routes/rest-feed} goes from page to page. */
@Component("restDesk")
public class RestDesk {
  private final FeedBook book;
  private final FeedStates states;
  private final Polls polls;
  private final DeliveryDesk deliveries;
  private final Clock clock;

  RestDesk(FeedBook book, FeedStates states, Polls polls, DeliveryDesk deliveries, Clock clock) {
    this.book = book;
    this.states = states;
    this.polls = polls;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  public RestPoll begin(@ExchangeProperty("feed") String feed) {
    return new RestPoll(
        book.partner(feed), book.feed(feed), states.validators(feed), clock.instant());
  }

  public boolean goesOn(@ExchangeProperty("poll") RestPoll poll) {
    return poll.step() == RestPoll.Step.ASK;
  }

  /** Whatever went wrong on the way to a page, the pages before it stand. */
  public void brokeOff(@ExchangeProperty("poll") RestPoll poll, Exchange exchange) {
    poll.breakOff(Reason.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
  }

  /** Enters what the poll brought; validators last, for they promise that we have it. */
  public void deliver(@ExchangeProperty("poll") RestPoll poll) throws IOException {
    String feed = poll.feed().id();
    String partner = poll.partner().id();
    switch (poll.step()) {
      case ASK -> throw new IOException("the hub is going down; the poll was not finished");
      case PAUSED -> {}
      case UNCHANGED -> deliveries.confirmUnchanged(feed, partner, clock.instant());
      case ENDED -> {
        if (!poll.pages().isEmpty()) {
          receive(poll);
          states.remember(feed, poll.validators());
        }
        poll.incompleteBecause().ifPresent(why -> polls.trouble(feed, why));
      }
    }
  }

  private void receive(RestPoll poll) {
    deliveries.receive(
        new Incoming(
            poll.feed().id(),
            poll.partner().id(),
            "rest",
            poll.name(),
            "polled " + poll.started(),
            poll.pages(),
            clock.instant(),
            poll.incompleteBecause()));
  }
}
