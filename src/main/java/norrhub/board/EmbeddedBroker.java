package norrhub.board;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's own broker, with its journal in the data folder.
 *
 * <p>Of several hubs on one data folder the one that locks a file there holds the broker. The lock
 * goes with its process, however that ends; then the next hub takes the journal over and sends on.
 */
final class EmbeddedBroker implements Broker, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final AtomicInteger IN_THIS_JVM = new AtomicInteger();

  private final Path folder;
  private final BrokerSettings settings;
  private final int number = IN_THIS_JVM.incrementAndGet();
  private final String password = UUID.randomUUID().toString();

  private @Nullable FileChannel lock;
  private @Nullable EmbeddedActiveMQ server;

  EmbeddedBroker(Path folder, BrokerSettings settings) {
    this.folder = folder.toAbsolutePath();
    this.settings = settings;
  }

  @Override
  public synchronized Optional<ConnectionFactory> factory() throws Exception {
    if (server == null) {
      if (!lock()) {
        return Optional.empty();
      }
      start();
    }
    ActiveMQConnectionFactory client =
        new ActiveMQConnectionFactory("vm://" + number, BrokerSetup.HUB, password);
    client.setDeserializationDenyList("*");
    return Optional.of(client);
  }

  @Override
  public synchronized void declare(String address, List<String> queues) throws Exception {
    for (String queue : queues) {
      requireNonNull(server)
          .getActiveMQServer()
          .createQueue(
              QueueConfiguration.of(queue)
                  .setAddress(address)
                  .setRoutingType(RoutingType.MULTICAST)
                  .setAutoCreateAddress(true)
                  .setDurable(true),
              true);
    }
  }

  private boolean lock() throws IOException {
    Files.createDirectories(folder);
    FileChannel channel = FileChannel.open(folder.resolve("hub.lock"), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        lock = channel;
        return true;
      }
    } catch (OverlappingFileLockException e) {
      LOG.trace("Another hub in this process holds the broker", e);
    }
    channel.close();
    return false;
  }

  private void start() throws Exception {
    BrokerSetup setup = new BrokerSetup(folder, settings, number, password);
    EmbeddedActiveMQ started = new EmbeddedActiveMQ();
    started.setConfiguration(setup.configuration());
    started.setSecurityManager(setup.security());
    try {
      started.start();
    } catch (Exception e) {
      started.stop();
      release();
      throw e;
    }
    server = started;
    LOG.info("The broker is up in {}{}", folder, setup.door());
  }

  private void release() throws IOException {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }

  @Override
  public synchronized void close() throws Exception {
    if (server != null) {
      server.stop();
      server = null;
    }
    release();
  }
}
