package norrhub.route;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import norrhub.config.Secret;
import norrhub.delivery.Archive;
import norrhub.delivery.ArchivedPart;
import norrhub.delivery.DeliveryDesk;
import norrhub.delivery.FeedStates;
import norrhub.delivery.Incoming;
import norrhub.delivery.Validators;
import norrhub.fetch.Limits;
import norrhub.fetch.RetryAfter;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The steps of a REST poll, in the order of {@code routes/rest-feed}. */
@Component("restDesk")
public class RestDesk {
  private final FeedBook book;
  private final FeedStates states;
  private final Polls polls;
  private final Archive archive;
  private final DeliveryDesk deliveries;
  private final Limits limits;
  private final Clock clock;

  RestDesk(
      FeedBook book,
      FeedStates states,
      Polls polls,
      Archive archive,
      DeliveryDesk deliveries,
      Limits limits,
      Clock clock) {
    this.book = book;
    this.states = states;
    this.polls = polls;
    this.archive = archive;
    this.deliveries = deliveries;
    this.limits = limits;
    this.clock = clock;
  }

  public RestPoll begin(@ExchangeProperty("feed") String feed) {
    return new RestPoll(
        book.partner(feed), book.feed(feed), states.validators(feed), clock.instant());
  }

  public boolean goesOn(@ExchangeProperty("poll") RestPoll poll) {
    return poll.step() == RestPoll.Step.ASK;
  }

  /** Writes the request for the current page. */
  public void ask(@ExchangeProperty("poll") RestPoll poll, Exchange exchange) {
    Message request = exchange.getMessage();
    URI page = poll.paging().current();
    request.setBody(null);
    request.setHeader(Exchange.HTTP_PATH, page.getRawPath());
    request.setHeader(Exchange.HTTP_RAW_QUERY, page.getRawQuery());
    // Unpacked bytes are what the limit counts; a server that packs all the same is unpacked by us.
    request.setHeader("Accept-Encoding", "identity");
    exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
    Optional<String> key = poll.source().key().map(Secret::value);
    poll.source().header().ifPresent(name -> request.setHeader(name, key.orElseThrow()));
    poll.before().etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
    poll.before().lastModified().ifPresent(at -> request.setHeader("If-Modified-Since", at));
  }

  /** Archives the page, and hands it on to be read from there. */
  public void keep(@ExchangeProperty("poll") RestPoll poll, Exchange exchange) throws IOException {
    try (Answer answer = Answer.of(exchange.getMessage())) {
      switch (answer.status()) {
        case 200 -> add(poll, answer);
        case 304 -> poll.end(RestPoll.Step.UNCHANGED);
        case 429, 503 -> pause(poll, answer);
        default -> throw new IOException(answer.refusal());
      }
    }
    exchange.getMessage().setBody(isPaged(poll) ? lastPage(poll) : null);
  }

  /** Whether the page just kept may link to another. */
  public boolean isPaged(@ExchangeProperty("poll") RestPoll poll) {
    return poll.step() == RestPoll.Step.COMPLETE && poll.source().next().isPresent();
  }

  public void follow(@ExchangeProperty("poll") RestPoll poll, @Body PageOutline page)
      throws IOException {
    Optional<String> link = page.link(JsonPointer.compile(poll.source().next().orElseThrow()));
    if (link.isPresent()) {
      poll.paging().follow(link.get());
      poll.goOn();
    }
  }

  /** Enters what the poll brought; validators last, for they promise that we have it. */
  public void deliver(@ExchangeProperty("poll") RestPoll poll) throws IOException {
    String feed = poll.feed().id();
    String partner = poll.partner().id();
    switch (poll.step()) {
      case ASK -> throw new IOException("the hub is going down; the poll was not finished");
      case PAUSED -> {}
      case UNCHANGED -> deliveries.confirmUnchanged(feed, partner, clock.instant());
      case COMPLETE -> {
        deliveries.receive(
            new Incoming(
                feed,
                partner,
                "rest",
                poll.name(),
                "polled " + poll.started(),
                poll.pages(),
                clock.instant()));
        states.remember(feed, poll.validators());
      }
    }
  }

  private void add(RestPoll poll, Answer answer) throws IOException {
    Instant deadline = poll.started().plus(limits.poll());
    long most = Math.min(limits.page().toBytes(), limits.file().toBytes() - poll.bytes());
    ArchivedPart page =
        archive.keep(
            "page " + poll.paging().page(), answer.content(deadline, clock), Math.max(most, 0));
    poll.add(page, new Validators(answer.header("ETag"), answer.header("Last-Modified")));
  }

  private void pause(RestPoll poll, Answer answer) {
    Instant until = RetryAfter.until(answer.header("Retry-After"), clock.instant());
    polls.pause(poll.feed().id(), until, "HTTP " + answer.status());
    poll.end(RestPoll.Step.PAUSED);
  }

  private InputStream lastPage(RestPoll poll) throws IOException {
    return Files.newInputStream(archive.file(poll.pages().get(poll.pages().size() - 1)));
  }
}
