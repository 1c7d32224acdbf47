package norrhub.route;

import java.io.IOException;
import java.io.InterruptedIOException;
import norrhub.poll.RestPoll;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultMessage;
import org.springframework.stereotype.Component;

/**
 * Makes the requests of a poll, one after the other: its pages, then its details. Each goes through
 * the feed's request route, {@code rest-request}, in the poll's own exchange, so that Camel does
 * not close an answer before it is read.
 */
@Component
class RestRequests {
  private final RestPages pages;
  private final RestDetails details;

  RestRequests(RestPages pages, RestDetails details) {
    this.pages = pages;
    this.details = details;
  }

  /**
   * Asks until the poll has come to its end.
   *
   * @param route where the feed's request route begins
   * @throws IOException where the hub shuts down before that, or the feed's route is taken out
   */
  void make(RestPoll poll, Exchange exchange, Endpoint route) throws IOException {
    while (poll.step() == RestPoll.Step.ASK) {
      if (!RunningRoute.isRunning(exchange)) {
        throw new InterruptedIOException("the hub is going down; the poll was not finished");
      }
      ask(poll, exchange, route);
    }
  }

  /** Whatever goes wrong on the way to a page or a detail, what came before it stands. */
  private void ask(RestPoll poll, Exchange exchange, Endpoint route) {
    try {
      pages.take(poll, send(poll, exchange, route));
    } catch (Exception e) {
      if (RunningRoute.isRunning(exchange)) {
        brokeOff(poll, FailureMessage.of(e));
      }
    }
  }

  private void brokeOff(RestPoll poll, String reason) {
    poll.details()
        .ifPresentOrElse(queue -> details.failed(poll, queue, reason), () -> poll.breakOff(reason));
  }

  private static HttpAnswer send(RestPoll poll, Exchange exchange, Endpoint route)
      throws Exception {
    RestCall call = new RestCall(poll.source(), poll.request(), poll.before());
    Message message = new DefaultMessage(exchange.getContext());
    message.setBody(call);
    exchange.setOut(null);
    exchange.setIn(message);
    try (Producer producer = route.createProducer()) {
      producer.start();
      producer.process(exchange);
    }
    poll.waits(call.waited());
    poll.shown(call.token());
    Exception failure = exchange.getException();
    if (failure != null) {
      exchange.setException(null);
      throw failure;
    }
    return HttpAnswer.of(exchange.getMessage());
  }
}
