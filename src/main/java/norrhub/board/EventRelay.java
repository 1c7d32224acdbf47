package norrhub.board;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import norrhub.vacancy.VacancyVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the postings of event boards to their subscribers, in order, none left out.
 *
 * <p>The broker commits first, the cursor after it. A crash between the two sends the same events
 * again, with the same ids. The cursor's row is held meanwhile, so that one hub sends at a time.
 */
@Component
public class EventRelay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);
  private static final int EVENTS_AT_ONCE = 500;

  private final BoardFiles boards;
  private final PostingLog log;
  private final Standing standing;
  private final RelayCursor cursor;
  private final Broker broker;
  private final TransactionTemplate transactions;

  private @Nullable EventSender sender;
  private volatile Optional<String> trouble = Optional.empty();

  EventRelay(
      BoardFiles boards,
      PostingLog log,
      Standing standing,
      RelayCursor cursor,
      Broker broker,
      PlatformTransactionManager transactions) {
    this.boards = boards;
    this.log = log;
    this.standing = standing;
    this.cursor = cursor;
    this.broker = broker;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Sends what is new. Called on a timer. */
  public synchronized void send() {
    for (Board board : boards.all()) {
      if (board.format() instanceof EventFormat format) {
        send(board, format);
      }
    }
  }

  /** Why no events go out, where they do not. */
  public Optional<String> trouble() {
    return trouble;
  }

  private void send(Board board, EventFormat format) {
    try {
      Optional<EventSender> ready = sender(board);
      if (ready.isPresent()) {
        while (sendSome(board, format, ready.get())) {
          LOG.debug("Board {}: {} events sent", board.id(), EVENTS_AT_ONCE);
        }
        tell(Optional.empty());
      }
    } catch (Exception e) {
      // Here the relay's stage ends: the cursor stands where it stood, the next tick tries again.
      tell(Optional.of("Board " + board.id() + " gets no events: " + e.getMessage()));
      LOG.debug("The relay failed", e);
      close();
    }
  }

  /** Empty while another hub holds the broker: that one sends. */
  private Optional<EventSender> sender(Board board) throws Exception {
    if (sender == null) {
      Optional<ConnectionFactory> factory = broker.factory();
      if (factory.isEmpty()) {
        return Optional.empty();
      }
      broker.declare(EventFormat.ADDRESS, board.subscribers());
      sender = new EventSender(factory.get(), EventFormat.ADDRESS);
    }
    List<String> missing = new ArrayList<>(board.subscribers());
    missing.removeAll(sender.queues(EventFormat.ADDRESS));
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "the broker has no queue %s at %s: declare it there (multicast, durable)"
              .formatted(missing, EventFormat.ADDRESS));
    }
    return Optional.of(sender);
  }

  /** One transaction; says whether there may be more. */
  private boolean sendSome(Board board, EventFormat format, EventSender out) {
    return Boolean.TRUE.equals(
        transactions.execute(
            transaction -> {
              OptionalLong sent = cursor.lock(board.id());
              if (sent.isEmpty()) {
                return false;
              }
              List<Posting> postings = log.after(board.id(), sent.getAsLong(), EVENTS_AT_ONCE);
              if (!postings.isEmpty()) {
                commit(out, events(board, format, postings));
                cursor.sent(board.id(), postings.get(postings.size() - 1).number());
              }
              return postings.size() == EVENTS_AT_ONCE;
            }));
  }

  private List<Event> events(Board board, EventFormat format, List<Posting> postings) {
    Map<Posting, VacancyVersion> shown = standing.shown(postings);
    return postings.stream().map(p -> format.event(board.id(), p, shown.get(p))).toList();
  }

  private static void commit(EventSender out, List<Event> events) {
    try {
      out.send(events);
    } catch (JMSException e) {
      throw new IllegalStateException("the broker did not take them: " + e.getMessage(), e);
    }
  }

  private void tell(Optional<String> now) {
    if (!now.equals(trouble)) {
      now.ifPresentOrElse(LOG::error, () -> LOG.info("Events go out again"));
      trouble = now;
    }
  }

  @Override
  public synchronized void close() {
    if (sender != null) {
      try {
        sender.close();
      } catch (JMSException e) {
        LOG.debug("The connection was gone already", e);
      }
      sender = null;
    }
  }
}
