package norrhub.board.event;

import jakarta.jms.ConnectionFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import norrhub.board.Board;
import norrhub.vacancy.VacancyId;

/** The way to the message broker. */
interface Broker {
  /**
   * Makes sure that the broker can be sent to, and repairs it where the broker is the hub's own.
   *
   * @return whether it is another one than before: connections to the one before are gone
   * @throws IllegalStateException where nothing can be sent now, and why
   */
  default boolean restore() throws Exception {
    return false;
  }

  /** From now on these boards send events; who may read which queue follows from their files. */
  default void follow(List<Board> boards) throws Exception {}

  /**
   * Takes the events of these vacancies out of all queues, dead letters too, and off the disk,
   * where that is ours to do.
   *
   * @return how many there were
   */
  default int erase(Collection<VacancyId> vacancies) throws Exception {
    return 0;
  }

  /** Whether {@link #erase} can do so; else whoever runs the broker has to. */
  default boolean erases() {
    return false;
  }

  /** What it is called in a sentence. */
  default String named() {
    return "the broker";
  }

  /** Empty while this hub must not send, since another one holds the broker. */
  Optional<ConnectionFactory> factory() throws Exception;

  /** Lets these queues exist behind an address and nowhere else, where that is ours to do. */
  void declare(String address, List<String> queues) throws Exception;

  /** Behind which address a queue is that is ours to move; empty where there is no such queue. */
  Optional<String> addressOf(String queue) throws Exception;
}
