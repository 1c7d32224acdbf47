package norrhub.board.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** One connection to the broker that sends all boards' events in JMS transactions. */
final class EventSender implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;

  /**
   * @param kept so long the broker keeps what nobody takes, and what nobody could read
   */
  EventSender(ConnectionFactory factory, Duration kept) throws JMSException {
    connection = factory.createConnection();
    try {
      session = connection.createSession(true, Session.SESSION_TRANSACTED);
      producer = session.createProducer(null);
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      producer.setTimeToLive(kept.toMillis());
      connection.start();
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  /** The queues behind an address. An address without a queue drops whatever is sent to it. */
  List<String> queues(String address) throws ActiveMQException {
    return core().addressQuery(SimpleString.of(address)).getQueueNames().stream()
        .map(SimpleString::toString)
        .toList();
  }

  /**
   * The number of the first posting that waits in a queue, wherever the queue is; nothing is taken
   * out of it.
   *
   * @param source events of others are passed over
   */
  OptionalLong oldestUnread(String queue, String source) throws ActiveMQException {
    try (ClientConsumer unread = core().createConsumer(SimpleString.of(queue), true)) {
      OptionalLong oldest = OptionalLong.empty();
      for (ClientMessage message = unread.receiveImmediate();
          message != null;
          message = unread.receiveImmediate()) {
        JsonNode event = event(message);
        if (event.path("source").asText().equals(source)) {
          long number = event.path("sequence").asLong();
          oldest = OptionalLong.of(Math.min(number, oldest.orElse(number)));
        }
      }
      return oldest;
    }
  }

  private static JsonNode event(ClientMessage message) {
    try {
      return JSON.readTree(String.valueOf(message.getBodyBuffer().readNullableSimpleString()));
    } catch (JsonProcessingException e) {
      return JSON.missingNode(); // nothing that the hub has sent
    }
  }

  /** All of them arrive, or none; when this returns they are on the broker's disk. */
  void send(String address, List<Event> events) throws JMSException {
    Topic topic = session.createTopic(address);
    for (Event event : events) {
      TextMessage message = session.createTextMessage(event.json());
      message.setJMSType(event.type());
      message.setStringProperty("JMSXGroupID", event.group());
      producer.send(topic, message);
    }
    session.commit();
  }

  private ClientSession core() {
    return ((ActiveMQSession) session).getCoreSession();
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
