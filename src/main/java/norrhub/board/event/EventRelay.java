package norrhub.board.event;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import norrhub.board.Board;
import norrhub.board.BoardFiles;
import norrhub.board.CurrentPostings;
import norrhub.board.Posting;
import norrhub.board.PostingLog;
import norrhub.platform.DatabaseTrouble;
import norrhub.platform.RetentionSettings;
import norrhub.vacancy.VacancyId;
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
  private final CurrentPostings current;
  private final RelayCursor cursor;
  private final EventFormat format;
  private final Broker broker;
  private final RetentionSettings retention;
  private final TransactionTemplate transactions;

  /** Why a board's events do not go out, by board. */
  private final Map<String, String> troubles = new ConcurrentSkipListMap<>();

  /** The boards whose queues were declared over this connection, as they were then. */
  private final Set<Board> declared = new HashSet<>();

  private @Nullable EventSender sender;

  EventRelay(
      BoardFiles boards,
      PostingLog log,
      CurrentPostings current,
      RelayCursor cursor,
      EventFormat format,
      Broker broker,
      RetentionSettings retention,
      PlatformTransactionManager transactions) {
    this.boards = boards;
    this.log = log;
    this.current = current;
    this.cursor = cursor;
    this.format = format;
    this.broker = broker;
    this.retention = retention;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Sends what is new; one board's trouble is no other board's. Called on a timer. */
  public synchronized void send() {
    List<Board> all = boards.withEvents();
    troubles.keySet().retainAll(all.stream().map(Board::id).collect(Collectors.toSet()));
    for (Board board : all) {
      send(board, all);
    }
  }

  /**
   * Takes the events of these vacancies off the broker. Nothing is sent meanwhile, so that no event
   * with their texts comes after it.
   *
   * @return how many there were; empty where the broker is somebody else's
   */
  public synchronized OptionalInt erase(Collection<VacancyId> vacancies) throws Exception {
    if (!broker.erases()) {
      return OptionalInt.empty();
    }
    if (vacancies.isEmpty()) {
      return OptionalInt.of(0);
    }
    close(); // the broker is started anew
    return OptionalInt.of(broker.erase(vacancies));
  }

  /** Why no events go out, where they do not. */
  public Optional<String> trouble() {
    return troubles.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", troubles.values()));
  }

  private void send(Board board, List<Board> all) {
    try {
      if (broker.restore()) {
        close();
      }
      broker.follow(all);
      Optional<EventSender> ready = sender();
      if (ready.isPresent()) {
        declare(board, ready.get());
        List<String> missing = new ArrayList<>(board.subscribers());
        missing.removeAll(ready.get().queues(board.address()));
        if (!missing.isEmpty()) {
          tell(board, Optional.of(noQueue(missing, board)));
          return;
        }
        while (sendSome(board, ready.get())) {
          LOG.debug("Board {}: {} events sent", board.id(), EVENTS_AT_ONCE);
        }
        tell(board, Optional.empty());
      }
    } catch (Exception e) {
      if (DatabaseTrouble.in(e)) {
        throw new IllegalStateException("The relay lost the database", e);
      }
      // Here the relay's stage ends: the cursor stands where it stood, the next tick tries again.
      tell(board, Optional.of(BrokerFailure.reason(broker.named(), e)));
      LOG.debug("The relay failed", e);
      close();
    }
  }

  private static String noQueue(List<String> missing, Board board) {
    return "the broker has no queue %s at %s: declare it there (multicast, durable)"
        .formatted(missing, board.address());
  }

  /** Empty while another hub holds the broker: that one sends. */
  private Optional<EventSender> sender() throws Exception {
    if (sender == null) {
      Optional<ConnectionFactory> factory = broker.factory();
      if (factory.isEmpty()) {
        return Optional.empty();
      }
      sender = new EventSender(factory.get(), retention.events());
    }
    return Optional.of(sender);
  }

  /**
   * A queue that was behind another address comes here without what is in it, which may be another
   * board's. What of it is this board's and was not read yet is sent again.
   */
  private void declare(Board board, EventSender out) throws Exception {
    if (declared.contains(board)) {
      return;
    }
    for (String queue : board.subscribers()) {
      if (broker.addressOf(queue).filter(at -> !at.equals(board.address())).isPresent()) {
        OptionalLong unread = out.oldestUnread(queue, EventFormat.source(board.id()));
        unread.ifPresent(number -> rewind(board, number - 1));
      }
    }
    broker.declare(board.address(), board.subscribers());
    List<String> others = new ArrayList<>(out.queues(board.address()));
    others.removeAll(board.subscribers());
    if (!others.isEmpty()) {
      LOG.warn(
          "The queues {} at {} are no subscribers of board {}: its events pile up there until they"
              + " are deleted",
          others,
          board.address(),
          board.id());
    }
    declared.removeIf(before -> before.id().equals(board.id()));
    declared.add(board);
  }

  private void rewind(Board board, long posting) {
    transactions.executeWithoutResult(transaction -> cursor.rewind(board.id(), posting));
  }

  /** One transaction; says whether there may be more. */
  private boolean sendSome(Board board, EventSender out) {
    return Boolean.TRUE.equals(
        transactions.execute(
            transaction -> {
              OptionalLong sent = cursor.lock(board.id());
              if (sent.isEmpty()) {
                return false;
              }
              List<Posting> postings = log.after(board.id(), sent.getAsLong(), EVENTS_AT_ONCE);
              if (!postings.isEmpty()) {
                commit(board, out, events(board, postings));
                cursor.sent(board.id(), postings.get(postings.size() - 1).number());
              }
              return postings.size() == EVENTS_AT_ONCE;
            }));
  }

  private List<Event> events(Board board, List<Posting> postings) {
    Map<Posting, VacancyVersion> shown = current.shown(postings);
    return postings.stream().map(p -> format.event(board.id(), p, shown.get(p))).toList();
  }

  private static void commit(Board board, EventSender out, List<Event> events) {
    try {
      out.send(board.address(), events);
    } catch (JMSException e) {
      throw new IllegalStateException("the broker did not take them: " + e.getMessage(), e);
    }
  }

  private void tell(Board board, Optional<String> why) {
    Optional<String> now = why.map(text -> "Board " + board.id() + " gets no events: " + text);
    Optional<String> before =
        Optional.ofNullable(
            now.isPresent() ? troubles.put(board.id(), now.get()) : troubles.remove(board.id()));
    // Numbers, such as of bytes left, differ from one try to the next.
    if (!now.map(EventRelay::withoutNumbers).equals(before.map(EventRelay::withoutNumbers))) {
      now.ifPresentOrElse(LOG::error, () -> LOG.info("Board {}: events go out again", board.id()));
    }
  }

  private static String withoutNumbers(String text) {
    return text.replaceAll("\\d+", "0");
  }

  @Override
  public synchronized void close() {
    declared.clear();
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
