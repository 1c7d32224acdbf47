package norrhub.board.event;

import static norrhub.board.Vacancies.KIRUNA;
import static norrhub.board.Vacancies.LULEA;
import static norrhub.board.Vacancies.MALMO;
import static norrhub.board.Vacancies.vacancy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
import norrhub.vacancy.State;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several event boards at one broker: what one is sent is nobody else's. */
class EventBoardsTest {
  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path home;

  private final DataSource database = TestDatabase.create();
  private final CatalogueRows catalogue = new CatalogueRows(database);
  private final int port = FreePort.next();

  @BeforeEach
  void writeBoards() throws IOException {
    board("north", "subscribers: [north]\nselect: { counties: ['25'] }\npassword: ${NORTH}");
    board("south", "subscribers: [south]\nselect: { counties: ['12'] }\npassword: ${SOUTH}");
  }

  @Test
  void eachConsumerGetsWhatItsBoardSelectsAndItsPartnersConsentTo() throws Exception {
    try (BoardFixture hub = open(embedded())) {
      hub.consents.putAll(Map.of("north/lkab", true, "north/malmo", true, "south/lkab", false));
      hub.consents.put("south/malmo", true);
      catalogue.change(vacancy("lkab", "1", "In the north", List.of(LULEA)), State.OPEN, "new", T);
      catalogue.change(vacancy("malmo", "2", "In the south", List.of(MALMO)), State.OPEN, "new", T);
      catalogue.change(
          vacancy("malmo", "3", "In both", List.of(KIRUNA, MALMO)), State.OPEN, "new", T);
      catalogue.change(
          vacancy("lkab", "4", "Not for the south", List.of(KIRUNA, MALMO)), State.OPEN, "new", T);
      relay(hub);

      assertThat(titles("north"))
          .containsExactlyInAnyOrder("In the north", "In both", "Not for the south");
      assertThat(titles("south")).containsExactlyInAnyOrder("In the south", "In both");
    }
  }

  @Test
  void aBoardsLoginReadsItsOwnQueuesOnly() throws Exception {
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThatThrownBy(() -> new Subscriber(port, "south", "secret of NORTH"))
          .isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(
              () -> new Subscriber(port, "south", "secret of SOUTH", "norrhub.north", "north"))
          .isInstanceOf(JMSSecurityException.class);
      try (ActiveMQConnectionFactory factory =
              new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port, "south", "secret of SOUTH");
          Connection connection = factory.createConnection();
          Session session = connection.createSession()) {
        connection.start();
        for (String other : List.of("norrhub.north::north", "north", "DLQ.norrhub.north")) {
          assertThatThrownBy(() -> session.createConsumer(session.createQueue(other)))
              .as(other)
              .isInstanceOf(jakarta.jms.JMSException.class);
          assertThatThrownBy(
                  () -> session.createBrowser(session.createQueue(other)).getEnumeration())
              .as(other)
              .isInstanceOf(jakarta.jms.JMSException.class);
        }
        assertThatThrownBy(
                () ->
                    session
                        .createProducer(session.createTopic("norrhub.north"))
                        .send(session.createTextMessage("forged")))
            .isInstanceOf(JMSSecurityException.class);
      }
    }
  }

  @Test
  void aBoardThatIsAddedLaterGetsWhatIsOpenAndTheOthersGetNothingTwice() throws Exception {
    Files.delete(home.resolve("boards/south.yaml"));
    catalogue.change(vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "new", T);
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThat(titles("north")).containsExactly("In both");
    }
    writeBoards();
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThat(titles("south")).containsExactly("In both");
      assertThat(titles("north")).isEmpty();
    }
  }

  @Test
  void aRenamedBoardBeginsAnewAtItsOwnAddressWithTheQueueItHad() throws Exception {
    catalogue.change(vacancy("p", "1", "In the north", List.of(LULEA)), State.OPEN, "new", T);
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
    }
    Files.delete(home.resolve("boards/north.yaml"));
    board("norr", "subscribers: [north]\nselect: { counties: ['25'] }\npassword: ${NORTH}");
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble()).isEmpty();
      assertThatThrownBy(() -> events("north", "north"))
          .as("the login is gone with the board")
          .isInstanceOf(JMSSecurityException.class);
      try (Subscriber norr =
          new Subscriber(port, "norr", "secret of NORTH", "norrhub.norr", "north")) {
        assertThat(norr.events())
            .extracting(event -> event.get("source").asText())
            .containsExactly("urn:norrhub:board:norr");
      }
    }
  }

  @Test
  void aRemovedBoardIsSentNothingMoreAndNobodyReadsWhatItLeft() throws Exception {
    catalogue.change(vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "new", T);
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
    }
    Files.delete(home.resolve("boards/south.yaml"));
    catalogue.change(vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "changed", T);
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThat(titles("north")).hasSize(2);
      assertThatThrownBy(() -> events("south", "south")).isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(
              () -> new Subscriber(port, "north", "secret of NORTH", "norrhub.south", "south"))
          .isInstanceOf(JMSSecurityException.class);
    }
    writeBoards();
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThat(titles("south")).as("what it left, and what it missed").hasSize(2);
    }
  }

  @Test
  void aBoardWithoutItsQueueHoldsNoOtherBoardUp() throws Exception {
    EmbeddedActiveMQ elsewhere = elsewhere(Set.of());
    try (BoardFixture hub = open(remote(false))) {
      catalogue.change(vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "new", T);
      queue(elsewhere, "norrhub.south", "south");
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .isEqualTo(
              "Board north gets no events: the broker has no queue [north] at norrhub.north:"
                  + " declare it there (multicast, durable)");
      assertThat(titles("south")).containsExactly("In both");
      queue(elsewhere, "norrhub.north", "north");
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble()).isEmpty();
      assertThat(titles("north")).containsExactly("In both");
      assertThat(titles("south")).isEmpty();
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void theHubDeclaresItsQueuesAtABrokerElsewhereWhereItMay() throws Exception {
    Role all =
        new Role("all", true, true, true, true, true, true, false, true, true, true, false, false);
    EmbeddedActiveMQ elsewhere = elsewhere(Set.of(all));
    try (BoardFixture hub = open(remote(true))) {
      catalogue.change(vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "new", T);
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble()).isEmpty();
      assertThat(titles("north")).containsExactly("In both");
      assertThat(titles("south")).containsExactly("In both");
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void aBrokerElsewhereThatDoesNotAnswerOrRefusesTheLoginIsNamed() throws Exception {
    try (BoardFixture hub = open(remote(false))) {
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .contains("gets no events: the broker at tcp://127.0.0.1:" + port + " does not answer")
          .doesNotContain("session");
    }
    EmbeddedActiveMQ elsewhere =
        elsewhere(
            Set.of(
                new Role(
                    "all", true, true, true, true, true, true, false, true, true, true, false,
                    false)));
    BrokerSettings stranger =
        new BrokerSettings("tcp://127.0.0.1:" + port, "hub", "wrong", null, false);
    try (BoardFixture hub = open(stranger)) {
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .contains(" refuses the hub's login: check norrhub.broker.user");
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void whereTheHubMayNotDeclareItSaysSo() throws Exception {
    Role send =
        new Role(
            "all", true, false, false, false, false, false, false, false, false, false, false,
            false);
    EmbeddedActiveMQ elsewhere = elsewhere(Set.of(send));
    try (BoardFixture hub = open(remote(true))) {
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .contains("Board north gets no events", "Board south gets no events", "permission");
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void whatWasUnreadAtTheOldAddressOfAllBoardsIsSentAgainToItsOwnBoardOnly() throws Exception {
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      for (int i = 1; i <= 4; i++) {
        catalogue.change(vacancy("p", "" + i, "N" + i, List.of(LULEA)), State.OPEN, "new", T);
        relay(hub);
      }
      assertThat(titles("north")).hasSize(4);
    }
    asBefore(
        "{\"source\":\"urn:norrhub:board:south\",\"sequence\":\"0000000000000000001\"}",
        "{\"source\":\"urn:norrhub:board:north\",\"sequence\":\"0000000000000000003\"}",
        "no event",
        "{\"source\":\"urn:norrhub:board:north\",\"sequence\":\"0000000000000000004\"}");
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThat(titles("north")).containsExactly("N3", "N4");
      assertThat(titles("south")).isEmpty();
      relay(hub);
      assertThat(titles("north")).isEmpty();
    }
  }

  @Test
  void oneLoginOfTheSettingsIsNotForSeveralBoards() throws Exception {
    BrokerSettings old =
        new BrokerSettings(
            null, null, null, new BrokerSettings.Acceptor("127.0.0.1", port, "m", "m"), false);
    try (BoardFixture hub = open(old)) {
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .contains(
              "norrhub.broker.acceptor.user would read the queues of north and south: take it out"
                  + " and give each board a `password` in its file");
    }
  }

  @Test
  void aQueueThatTwoBoardsNameIsAFaultOfBoth() throws IOException {
    board("south", "subscribers: [other, north]\npassword: ${SOUTH}");
    try (BoardFixture hub = open(embedded())) {
      BoardFiles boards = hub.bean(BoardFiles.class);
      assertThat(boards.all()).isEmpty();
      assertThat(boards.check())
          .extracting(Object::toString)
          .containsExactlyInAnyOrder(
              home.resolve("boards/north.yaml")
                  + ":3: the queue `north` belongs to "
                  + home.resolve("boards/south.yaml")
                  + " too: a queue is one board's, give each its own",
              home.resolve("boards/south.yaml")
                  + ":3: the queue `north` belongs to "
                  + home.resolve("boards/north.yaml")
                  + " too: a queue is one board's, give each its own");
    }
  }

  /**
   * Leaves the journal as the version before left it: one address, and everybody's events in it.
   */
  private void asBefore(String... events) throws Exception {
    Path folder = home.resolve("broker");
    Configuration journal =
        new ConfigurationImpl()
            .setSecurityEnabled(false)
            .setJournalDirectory(folder.resolve("journal").toString())
            .setBindingsDirectory(folder.resolve("bindings").toString())
            .setPagingDirectory(folder.resolve("paging").toString())
            .setLargeMessagesDirectory(folder.resolve("large").toString())
            .addAcceptorConfiguration("in-vm", "vm://777");
    EmbeddedActiveMQ before = new EmbeddedActiveMQ();
    before.setConfiguration(journal);
    before.start();
    for (String board : List.of("north", "south")) {
      before
          .getActiveMQServer()
          .destroyQueue(org.apache.activemq.artemis.api.core.SimpleString.of(board));
      queue(before, "norrhub.vacancies", board);
    }
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://777");
        Connection connection = factory.createConnection();
        Session session = connection.createSession()) {
      for (String event : events) {
        session
            .createProducer(session.createTopic("norrhub.vacancies"))
            .send(session.createTextMessage(event));
      }
    }
    before.stop();
  }

  /** A broker that other people run, with a login of the hub's that has these permissions. */
  private EmbeddedActiveMQ elsewhere(Set<Role> roles) throws Exception {
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

  private static void queue(EmbeddedActiveMQ broker, String address, String queue)
      throws Exception {
    broker
        .getActiveMQServer()
        .createQueue(
            QueueConfiguration.of(queue)
                .setAddress(address)
                .setRoutingType(RoutingType.MULTICAST)
                .setAutoCreateAddress(true),
            true);
  }

  private void board(String id, String rest) throws IOException {
    Path file = Files.createDirectories(home.resolve("boards")).resolve(id + ".yaml");
    Files.writeString(file, "name: " + id + "\nformat: events\n" + rest + "\n");
  }

  private BoardFixture open(BrokerSettings broker) {
    BoardFixture hub = new BoardFixture(database, home, broker);
    hub.consents.put("p", true);
    return hub;
  }

  private BrokerSettings embedded() {
    return new BrokerSettings(
        null, null, null, new BrokerSettings.Acceptor("127.0.0.1", port, null, null), false);
  }

  private BrokerSettings remote(boolean declares) {
    return new BrokerSettings("tcp://127.0.0.1:" + port, "hub", "hub", null, declares);
  }

  private static void relay(BoardFixture hub) {
    hub.bean(BoardFiles.class).all().forEach(hub.bean(PostingUpdater.class)::follow);
    hub.bean(EventRelay.class).send();
  }

  private List<String> titles(String board) throws Exception {
    return events(board, board).stream().map(e -> e.at("/data/title").asText()).toList();
  }

  private List<JsonNode> events(String board, String queue) throws Exception {
    String password = "secret of " + board.toUpperCase(java.util.Locale.ROOT);
    try (Subscriber subscriber = new Subscriber(port, board, password, "norrhub." + board, queue)) {
      return subscriber.events();
    }
  }
}
