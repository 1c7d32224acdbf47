package norrhub.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** What the matching system does: reads its queue with plain JMS. */
public final class Subscriber implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ActiveMQConnectionFactory factory;
  private final Connection connection;
  private final MessageConsumer queue;

  /** A consumer of the queue {@code matching} of the board of that name. */
  public Subscriber(int port, String user, String password) throws Exception {
    this(port, user, password, "norrhub.matching", "matching");
  }

  public Subscriber(int port, String user, String password, String address, String name)
      throws Exception {
    factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port, user, password);
    connection = factory.createConnection();
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    try {
      queue = session.createSharedDurableConsumer(session.createTopic(address), name);
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
    connection.start();
  }

  /** Reads until nothing more comes. */
  public List<JsonNode> events() throws Exception {
    List<JsonNode> events = new ArrayList<>();
    for (TextMessage message = next(); message != null; message = next()) {
      JsonNode event = JSON.readTree(message.getText());
      if (!message.getStringProperty("JMSXGroupID").equals(event.get("subject").asText())) {
        throw new AssertionError("The group is the vacancy");
      }
      events.add(event);
    }
    return events;
  }

  private TextMessage next() throws Exception {
    return (TextMessage) queue.receive(500);
  }

  @Override
  public void close() throws Exception {
    connection.close();
    factory.close();
  }
}
