package norrhub.board.event;

import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQConnectionTimedOutException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQObjectClosedException;
import org.apache.activemq.artemis.api.core.ActiveMQUnBlockedException;

/** What the broker client's complaints mean for an admin. */
final class BrokerFailure {
  private static final int DEEPEST = 10;

  private BrokerFailure() {}

  /**
   * @param broker what it is called, such as {@code the broker at tcp://broker.example.org:61616}
   */
  static String reason(String broker, Exception failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      Optional<String> sentence = of(broker, cause);
      if (sentence.isPresent()) {
        return sentence.get();
      }
    }
    return String.valueOf(failure.getMessage());
  }

  private static Optional<String> of(String broker, Throwable cause) {
    if (cause instanceof ActiveMQNotConnectedException
        || cause instanceof ActiveMQObjectClosedException
        || cause instanceof ActiveMQConnectionTimedOutException
        || cause instanceof ActiveMQUnBlockedException) {
      return Optional.of(broker + " does not answer");
    }
    String message = String.valueOf(cause.getMessage());
    return message.contains("Unable to validate user")
        ? Optional.of(
            "%s refuses the hub's login: check norrhub.broker.user and norrhub.broker.password"
                .formatted(broker))
        : Optional.empty();
  }
}
