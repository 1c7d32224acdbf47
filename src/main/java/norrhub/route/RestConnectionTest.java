package norrhub.route;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.delivery.Detail;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Transport;
import norrhub.poll.ConnectionTest;
import norrhub.poll.DetailQueue;
import norrhub.poll.FeedRegistry;
import norrhub.poll.Fetched;
import norrhub.poll.ForgetsFeeds;
import norrhub.poll.ProbeSteps;
import norrhub.poll.RestPoll;
import norrhub.record.PartFile;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.UnitOfWorkHelper;
import org.springframework.stereotype.Component;

/**
 * Tries REST feeds by a request route of the same template as theirs, so that key, headers and
 * options are those of a poll. The route is there for this one test, which ends after a page.
 */
@Component
class RestConnectionTest implements ConnectionTest {
  private final CamelContext camel;
  private final ProbeRoutes routes;
  private final RestTransport transport;
  private final RestPollHandler handler;
  private final FeedRegistry registry;
  private final Archive archive;
  private final List<ForgetsFeeds> keepers;

  RestConnectionTest(
      CamelContext camel,
      ProbeRoutes routes,
      RestTransport transport,
      RestPollHandler handler,
      FeedRegistry registry,
      Archive archive,
      List<ForgetsFeeds> keepers) {
    this.camel = camel;
    this.routes = routes;
    this.transport = transport;
    this.handler = handler;
    this.registry = registry;
    this.archive = archive;
    this.keepers = keepers;
  }

  @Override
  public Transport transport() {
    return transport.transport();
  }

  @Override
  public synchronized Fetched fetch(Partner partner, Feed feed, Path folder, ProbeSteps steps)
      throws Exception {
    registry.enter(partner, feed);
    try (ProbeRoute route =
        routes.open(
            RestTransport.REQUEST, feed, beans -> transport.parameters(beans, partner, feed))) {
      return ask(feed, route.endpoint(), steps);
    } finally {
      if (camel.getRoute(FeedRoutes.route(feed.id())) == null) {
        keepers.forEach(keeper -> keeper.forget(feed.id()));
      }
    }
  }

  /** In one unit of work, as a poll's: an answer's stream is open until it ends. */
  private Fetched ask(Feed feed, Endpoint route, ProbeSteps steps) throws Exception {
    Exchange exchange = route.createExchange();
    UnitOfWork work = PluginHelper.getUnitOfWorkFactory(camel).createUnitOfWork(exchange);
    exchange.getExchangeExtension().setUnitOfWork(work);
    try {
      return fetched(handler.ask(feed.id(), exchange, route), steps);
    } finally {
      UnitOfWorkHelper.doneUow(work, exchange);
    }
  }

  private Fetched fetched(RestPoll poll, ProbeSteps steps) throws IOException {
    List<PartFile> parts = new ArrayList<>();
    for (ArchivedPart page : poll.pages()) {
      steps.saw("asked %s and got %,d bytes".formatted(poll.name(), page.size()));
      parts.add(new PartFile(page.name(), archive.file(page)));
    }
    poll.brokenOff().ifPresent(steps::failed);
    if (poll.step() == RestPoll.Step.PAUSED) {
      steps.failed("the server asks for a pause: `status` says until when");
    }
    if (!parts.isEmpty() && poll.brokenOff().isEmpty()) {
      steps.saw(
          poll.paging().isOver()
              ? "that page is all there is"
              : "there are more pages, which a poll would fetch");
    }
    return poll.details().isPresent()
        ? new Fetched(parts, detail(poll.details().get(), steps))
        : new Fetched(parts);
  }

  private Optional<PartFile> detail(DetailQueue round, ProbeSteps steps) throws IOException {
    if (round.details().isEmpty()) {
      steps.saw("no record of that page has the fields that the address of a detail is made of");
    }
    for (Detail detail : round.details()) {
      detail.refusal().map("no detail of the first vacancy: "::concat).ifPresent(steps::failed);
      if (detail.answer().isPresent()) {
        ArchivedPart answer = detail.answer().get();
        steps.saw("got the detail of the first vacancy, %,d bytes".formatted(answer.size()));
        return Optional.of(new PartFile(answer.name(), archive.file(answer)));
      }
    }
    return Optional.empty();
  }
}
