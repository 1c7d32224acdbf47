package norrhub.board;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A broker that someone else runs; its queues are theirs to make. */
final class RemoteBroker implements Broker {
  private final ConnectionFactory factory;

  RemoteBroker(String url, BrokerSettings settings) {
    ActiveMQConnectionFactory client =
        new ActiveMQConnectionFactory(url, settings.user(), settings.password());
    client.setDeserializationDenyList("*");
    this.factory = client;
  }

  @Override
  public Optional<ConnectionFactory> factory() {
    return Optional.of(factory);
  }

  @Override
  public void declare(String address, List<String> queues) {
    // Whoever runs the broker declares them; until then the relay does not send.
  }
}
