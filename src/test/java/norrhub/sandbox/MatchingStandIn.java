package norrhub.sandbox;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;

/**
 * The matching system: writes every event it is sent into a file, one a line, and only then
 * acknowledges it.
 */
public final class MatchingStandIn implements AutoCloseable {
  public static final String USER = "matching";
  public static final String PASSWORD = "Ume älv/Vindelälven";
  private static final String QUEUE = "norrhub.matching::matching";

  private final ActiveMQConnectionFactory factory;
  private final Path events;
  private final Thread thread = new Thread(this::consume, "matching system");
  private volatile boolean closed;

  public MatchingStandIn(Path events, int brokerPort) throws IOException {
    this.events = events;
    Files.createDirectories(events.toAbsolutePath().getParent());
    // The broker comes up with the hub, and may go and come again.
    factory =
        new ActiveMQJMSConnectionFactory(
            "tcp://127.0.0.1:%d?reconnectAttempts=-1&initialConnectAttempts=-1&retryInterval=500"
                .formatted(brokerPort));
    factory.setDeserializationDenyList("*");
    thread.setDaemon(true);
    thread.start();
  }

  private void consume() {
    while (!closed) {
      try (Connection connection = factory.createConnection(USER, PASSWORD)) {
        consume(connection);
      } catch (JMSException | IOException e) {
        pause(); // the queue comes with the hub's first event
      }
    }
  }

  private void consume(Connection connection) throws JMSException, IOException {
    Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
    MessageConsumer queue = session.createConsumer(session.createQueue(QUEUE));
    connection.start();
    Message message = queue.receive();
    while (message != null) {
      String line = message.getBody(String.class).replaceAll("\\R", " ");
      Files.writeString(events, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      message.acknowledge();
      message = queue.receive();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    factory.close();
    thread.interrupt();
  }
}
