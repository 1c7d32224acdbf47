package norrhub.board.event;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import norrhub.board.Board;
import norrhub.config.Wait;
import norrhub.platform.DiskWatch;
import norrhub.vacancy.VacancyId;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.QueueQueryResult;
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
  private static final Duration BETWEEN_STARTS = Duration.ofSeconds(5);

  private final Path folder;
  private final BrokerSettings settings;
  private final DiskWatch disk;
  private final Clock clock;
  private final int number = IN_THIS_JVM.incrementAndGet();
  private final String password = UUID.randomUUID().toString();

  private List<Board> boards;
  private @Nullable FileChannel lock;
  private @Nullable EmbeddedActiveMQ server;
  private @Nullable String failed;
  private Instant failedAt = Instant.EPOCH;

  /**
   * @param boards those that send events
   */
  EmbeddedBroker(
      Path folder, BrokerSettings settings, List<Board> boards, DiskWatch disk, Clock clock) {
    this.folder = folder.toAbsolutePath();
    this.settings = settings;
    this.boards = boards;
    this.disk = disk;
    this.clock = clock;
  }

  /**
   * A broker that cannot write its journal shuts itself down and stays down, so a new one takes its
   * journal over once the disk has room.
   */
  @Override
  public synchronized boolean restore() throws Exception {
    Optional<String> full = disk.objection();
    if (full.isPresent()) {
      throw new IllegalStateException(full.get());
    }
    if (server == null || isAlive(server)) {
      return false;
    }
    LOG.warn("The broker has stopped; it is started again in {}", folder);
    stopServer();
    start();
    return true;
  }

  /** Whose login has changed or is gone does not stay connected by it. */
  @Override
  public synchronized void follow(List<Board> now) throws Exception {
    if (now.equals(boards)) {
      return;
    }
    List<BrokerLogin> before = BrokerLogin.of(settings, boards);
    List<BrokerLogin> logins = BrokerLogin.of(settings, now);
    boards = now;
    if (server == null || !isAlive(server)) {
      return; // it starts with them
    }
    ActiveMQServer artemis = server.getActiveMQServer();
    setup().admit(artemis);
    for (BrokerLogin login : before) {
      if (logins.stream().noneMatch(login::isLike)) {
        artemis.getActiveMQServerControl().closeConnectionsForUser(login.user());
      }
    }
    LOG.info("The broker follows the boards{}", setup().door());
  }

  private BrokerSetup setup() {
    return new BrokerSetup(folder, settings, boards, number, password);
  }

  private static boolean isAlive(EmbeddedActiveMQ server) {
    ActiveMQServer inside = server.getActiveMQServer();
    return inside != null && inside.getState() == ActiveMQServer.SERVER_STATE.STARTED;
  }

  @Override
  public synchronized Optional<ConnectionFactory> factory() throws Exception {
    if (server == null) {
      if (lock == null && !lock()) {
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
    ActiveMQServer artemis = requireNonNull(server).getActiveMQServer();
    for (String queue : queues) {
      Optional<String> before = addressOf(queue).filter(other -> !other.equals(address));
      if (before.isPresent()) {
        LOG.info("The queue {} moves from {} to {}", queue, before.get(), address);
        artemis.destroyQueue(SimpleString.of(queue), null, false, true);
      }
      artemis.createQueue(
          QueueConfiguration.of(queue)
              .setAddress(address)
              .setRoutingType(RoutingType.MULTICAST)
              .setAutoCreateAddress(true)
              .setDurable(true),
          true);
    }
  }

  @Override
  public synchronized Optional<String> addressOf(String queue) throws Exception {
    QueueQueryResult found =
        requireNonNull(server).getActiveMQServer().queueQuery(SimpleString.of(queue));
    return found.isExists() ? Optional.of(found.getAddress().toString()) : Optional.empty();
  }

  @Override
  public boolean erases() {
    return true;
  }

  /** Used-up files of the journal keep their bytes while the broker runs, so it is started anew. */
  @Override
  public synchronized int erase(Collection<VacancyId> vacancies) throws Exception {
    if (server == null && factory().isEmpty()) {
      throw new IllegalStateException("another hub holds the broker: have that one erase");
    }
    int removed = QueueErasure.remove(requireNonNull(server).getActiveMQServer(), vacancies);
    stopServer(); // what was removed is deleted from the journal some time later, or at the next
    // start
    start();
    Set<String> used = QueueErasure.compact(requireNonNull(server).getActiveMQServer());
    stopServer();
    QueueErasure.wipe(folder.resolve("journal"), used);
    start();
    return removed;
  }

  private boolean lock() throws IOException {
    if (!Files.isDirectory(
        folder)) { // of a link to a folder, createDirectories says that it is taken
      Files.createDirectories(folder);
    }
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
    if (failed != null && !new Wait(failedAt, BETWEEN_STARTS).isOver(clock.instant())) {
      throw new IllegalStateException(failed);
    }
    BrokerLeftovers.remove(folder);
    BrokerSetup setup = setup();
    EmbeddedActiveMQ started = new EmbeddedActiveMQ();
    started.setConfiguration(setup.configuration());
    started.setSecurityManager(setup.security());
    try {
      started.start();
      if (!isAlive(started)) {
        throw new IllegalStateException("the broker did not start: see the log");
      }
    } catch (Exception e) {
      failedAt = clock.instant();
      failed = String.valueOf(e.getMessage());
      started.stop();
      release();
      throw e;
    }
    failed = null;
    server = started;
    LOG.info("The broker is up in {}{}", folder, setup.door());
  }

  private void release() throws IOException {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }

  private void stopServer() throws Exception {
    EmbeddedActiveMQ last = server;
    server = null;
    if (last != null) {
      last.stop();
    }
  }

  @Override
  public synchronized void close() throws Exception {
    try {
      stopServer();
    } finally {
      release();
    }
  }
}
