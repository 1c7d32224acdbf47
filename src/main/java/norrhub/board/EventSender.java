package norrhub.board;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** One connection to the broker that sends events in JMS transactions. */
final class EventSender implements AutoCloseable {
  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;

  EventSender(ConnectionFactory factory, String address) throws JMSException {
    connection = factory.createConnection();
    try {
      session = connection.createSession(true, Session.SESSION_TRANSACTED);
      producer = session.createProducer(session.createTopic(address));
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  /** The queues behind an address. An address without a queue drops whatever is sent to it. */
  List<String> queues(String address) throws ActiveMQException {
    return ((ActiveMQSession) session)
        .getCoreSession().addressQuery(SimpleString.of(address)).getQueueNames().stream()
            .map(SimpleString::toString)
            .toList();
  }

  /** All of them arrive, or none; when this returns they are on the broker's disk. */
  void send(List<Event> events) throws JMSException {
    for (Event event : events) {
      TextMessage message = session.createTextMessage(event.json());
      message.setJMSType(event.type());
      message.setStringProperty("JMSXGroupID", event.group());
      producer.send(message);
    }
    session.commit();
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
