package norrhub.board.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import norrhub.FreePort;
import norrhub.TestDatabase;
import norrhub.board.BoardFiles;
import norrhub.board.BoardFixture;
import norrhub.board.CatalogueRows;
import norrhub.board.PostingUpdater;
import norrhub.board.Subscriber;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** Event boards on a database and a folder, a broker at a port, and those who read there. */
final class EventFixture {
  final DataSource database = TestDatabase.create();
  final CatalogueRows catalogue = new CatalogueRows(database);
  final int port = FreePort.next();
  private final Path home;
  private final List<String> consenting;

  /**
   * @param consenting the partners that consent to all boards
   */
  EventFixture(Path home, String... consenting) {
    this.home = home;
    this.consenting = List.of(consenting);
  }

  /** Writes a board's file. */
  void board(String id, String rest) throws IOException {
    Path file = Files.createDirectories(home.resolve("boards")).resolve(id + ".yaml");
    Files.writeString(file, "name: " + id + "\nformat: events\n" + rest + "\n");
  }

  BoardFixture open(BrokerSettings broker) {
    BoardFixture hub = new BoardFixture(database, home, broker);
    consenting.forEach(partner -> hub.consents.put(partner, true));
    return hub;
  }

  /** The hub's own broker, open to the boards' logins. */
  BrokerSettings embedded() {
    return embedded(null, null);
  }

  /** The hub's own broker, open to one more login. */
  BrokerSettings embedded(String user, String password) {
    return new BrokerSettings(
        null, null, null, new BrokerSettings.Acceptor("127.0.0.1", port, user, password), false);
  }

  BrokerSettings remote(boolean declares) {
    return new BrokerSettings("tcp://127.0.0.1:" + port, "hub", "hub", null, declares);
  }

  /**
   * A broker that other people run.
   *
   * @param roles what the hub's login may do there; without any, everybody may do everything
   */
  EmbeddedActiveMQ elsewhere(Set<Role> roles) throws Exception {
    EmbeddedActiveMQ elsewhere = new EmbeddedActiveMQ();
    elsewhere.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(!roles.isEmpty())
            .putSecurityRoles("#", roles)
            .addAddressSetting(
                "#", new AddressSettings().setAutoCreateAddresses(false).setAutoCreateQueues(false))
            .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port));
    elsewhere.setSecurityManager(
        new ActiveMQJAASSecurityManager(
            InVMLoginModule.class.getName(),
            new SecurityConfiguration(
                Map.of("hub", "hub", "north", "secret of NORTH", "south", "secret of SOUTH"),
                Map.of("hub", List.of("all"), "north", List.of("all"), "south", List.of("all")))));
    elsewhere.start();
    return elsewhere;
  }

  static void queue(EmbeddedActiveMQ broker, String address, String queue) throws Exception {
    broker
        .getActiveMQServer()
        .createQueue(
            QueueConfiguration.of(queue)
                .setAddress(address)
                .setRoutingType(RoutingType.MULTICAST)
                .setAutoCreateAddress(true),
            true);
  }

  /** Posts what changed to all boards, and sends it. */
  static void relay(BoardFixture hub) {
    hub.bean(BoardFiles.class).all().forEach(hub.bean(PostingUpdater.class)::follow);
    hub.bean(EventRelay.class).send();
  }

  /** What the board's consumer reads from its queue, which has the board's name. */
  List<JsonNode> events(String board) throws Exception {
    String password = "secret of " + board.toUpperCase(Locale.ROOT);
    try (Subscriber subscriber = new Subscriber(port, board, password, "norrhub." + board, board)) {
      return subscriber.events();
    }
  }
}
