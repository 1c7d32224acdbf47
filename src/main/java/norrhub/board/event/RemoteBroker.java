package norrhub.board.event;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Session;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/**
 * A broker that someone else runs. Its queues are theirs to make, unless the hub's login may
 * declare them and the settings say so.
 */
final class RemoteBroker implements Broker {
  private final ConnectionFactory factory;
  private final boolean declares;
  private final String address;

  RemoteBroker(String url, BrokerSettings settings) {
    ActiveMQConnectionFactory client =
        new ActiveMQConnectionFactory(url, settings.user(), settings.password());
    client.setDeserializationDenyList("*");
    this.factory = client;
    this.declares = settings.declareQueues();
    this.address = url.replaceFirst("[?#].*", "");
  }

  @Override
  public String named() {
    return "the broker at " + address;
  }

  @Override
  public Optional<ConnectionFactory> factory() {
    return Optional.of(factory);
  }

  @Override
  public void declare(String address, List<String> queues) throws Exception {
    if (!declares) {
      return; // whoever runs the broker does it; until then the relay does not send
    }
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession()) {
      ClientSession core = ((ActiveMQSession) session).getCoreSession();
      SimpleString place = SimpleString.of(address);
      if (!core.addressQuery(place).isExists()) {
        core.createAddress(place, RoutingType.MULTICAST, false);
      }
      for (String queue : queues) {
        if (!core.queueQuery(SimpleString.of(queue)).isExists()) {
          core.createQueue(
              QueueConfiguration.of(queue)
                  .setAddress(address)
                  .setRoutingType(RoutingType.MULTICAST)
                  .setDurable(true));
        }
      }
    }
  }

  @Override
  public Optional<String> addressOf(String queue) {
    return Optional.empty();
  }
}
