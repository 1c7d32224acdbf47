package norrhub.board.event;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import norrhub.board.Board;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.security.impl.SecurityStoreImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * How the embedded broker is set up: everything on disk before a commit returns, full queues go to
 * disk too and drop nothing, the hub may send, a board's consumers may read that board's queues,
 * nobody may do anything else.
 */
final class BrokerSetup {
  /** Not the id of any board, since those have no dots. */
  static final String HUB = "norrhub.hub";

  private static final String DEAD = "norrhub.dead";
  private static final String EXPIRED = "norrhub.expired";
  private static final int TRIES = 10;
  private static final long MEMORY_PER_ADDRESS = 16L << 20;

  private final Path folder;
  private final BrokerSettings settings;
  private final List<Board> boards;
  private final int number;
  private final String password;

  BrokerSetup(
      Path folder, BrokerSettings settings, List<Board> boards, int number, String password) {
    this.folder = folder;
    this.settings = settings;
    this.boards = boards;
    this.number = number;
    this.password = password;
  }

  Configuration configuration() throws Exception {
    ConfigurationImpl broker = new ConfigurationImpl();
    broker.setName("norrhub-" + number);
    broker.setPersistenceEnabled(true).setJournalType(JournalType.NIO);
    broker.setJournalDirectory(folder.resolve("journal").toString());
    broker.setBindingsDirectory(folder.resolve("bindings").toString());
    broker.setPagingDirectory(folder.resolve("paging").toString());
    broker.setLargeMessagesDirectory(folder.resolve("large").toString());
    // The hub watches the disk itself: a share would block senders, silently and for good, while a
    // large disk has room for years.
    broker.setMaxDiskUsage(-1);
    broker.setSecurityEnabled(true).setJMXManagementEnabled(false);
    broker.addAcceptorConfiguration("in-vm", "vm://" + number);
    if (settings.acceptor() != null) {
      BrokerSettings.Acceptor door = settings.acceptor();
      broker.addAcceptorConfiguration(
          "consumers", "tcp://%s:%d?protocols=CORE".formatted(door.host(), door.port()));
    }
    broker.addAddressSetting("#", addresses());
    roles().forEach(broker::putSecurityRoles);
    return broker;
  }

  /** Who may do what, by address. */
  private Map<String, Set<Role>> roles() {
    Map<String, Set<Role>> roles = new HashMap<>();
    roles.put("#", Set.of(role(HUB, false, false, true)));
    for (Board board : boards) {
      Role consumers = role(BrokerLogin.role(board), false, true, true);
      roles.put(board.address(), Set.of(role(HUB, true, false, true), consumers));
    }
    return roles;
  }

  private static AddressSettings addresses() {
    return new AddressSettings()
        .setAutoCreateQueues(false)
        .setAutoCreateAddresses(false)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setMaxSizeBytes(MEMORY_PER_ADDRESS)
        .setMaxDeliveryAttempts(TRIES)
        .setDeadLetterAddress(SimpleString.of(DEAD))
        .setExpiryAddress(SimpleString.of(EXPIRED)) // no queue is there: what nobody took ends
        .setAutoCreateDeadLetterResources(true);
  }

  private static Role role(String name, boolean send, boolean read, boolean browse) {
    return new Role(
        name, send, read, false, false, false, false, false, browse, false, false, false, false);
  }

  ActiveMQSecurityManager security() {
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), logins());
  }

  /** Has a broker that runs let in whom these boards let in, and nobody else. */
  void admit(ActiveMQServer running) {
    ((ActiveMQJAASSecurityManager) running.getSecurityManager()).setConfiguration(logins());
    running.getSecurityRepository().swap(roles().entrySet());
    // It remembers for some seconds who came in by which password, and who did not.
    ((SecurityStoreImpl) running.getSecurityStore()).invalidateAuthenticationCache();
  }

  private SecurityConfiguration logins() {
    Map<String, String> users = new HashMap<>(Map.of(HUB, password));
    Map<String, List<String>> roles = new HashMap<>(Map.of(HUB, List.of(HUB)));
    for (BrokerLogin login : BrokerLogin.of(settings, boards)) {
      users.put(login.user(), login.password());
      roles.put(login.user(), List.of(BrokerLogin.role(login.board())));
    }
    return new SecurityConfiguration(users, roles);
  }

  /** Where consumers come in, for the log. */
  String door() {
    return settings.acceptor() == null
        ? ""
        : ", open at %s to %s".formatted(settings.acceptor(), BrokerLogin.of(settings, boards));
  }
}
