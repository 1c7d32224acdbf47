package norrhub.board.event;

import static norrhub.board.Vacancies.doctor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventRelayTest {
  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path home;

  private final DataSource database = TestDatabase.create();
  private final CatalogueRows catalogue = new CatalogueRows(database);
  private final int port = FreePort.next();

  @BeforeEach
  void writeBoard() throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve("boards")).resolve("matching.yaml"),
        "name: Matching\nformat: events\nsubscribers: [matching]\n");
  }

  @Test
  void everyMoveArrivesInOrderAndStatesAll() throws Exception {
    try (BoardFixture hub = open(embedded())) {
      catalogue.change(doctor("1"), State.OPEN, "new", T);
      relay(hub);
      catalogue.change(doctor("1"), State.OPEN, "changed", T);
      relay(hub);
      catalogue.change(doctor("1"), State.WITHDRAWN, "absent", T);
      relay(hub);
      List<JsonNode> events = received();
      String id = doctor("1").id().toString();
      assertThat(events)
          .extracting(e -> e.get("id").asText() + " " + e.get("type").asText())
          .containsExactly(
              id + "-1 vacancy.upserted.v1",
              id + "-2 vacancy.upserted.v1",
              id + "-3 vacancy.withdrawn.v1");
      assertThat(events.get(1).at("/data/title").asText()).isEqualTo(doctor("1").title());
      assertThat(events.get(1).at("/data/version").asInt()).isEqualTo(2);
      assertThat(events.get(2).at("/data/reason").asText()).isEqualTo("absent");
    }
  }

  @Test
  void eventsThatNobodyReadYetOutliveTheHub() throws Exception {
    try (BoardFixture hub = open(embedded())) {
      catalogue.change(doctor("1"), State.OPEN, "new", T);
      relay(hub);
    }
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThat(received()).as("the one from before, and it once").hasSize(1);
    }
  }

  @Test
  void aCrashBetweenBrokerAndCursorSendsTheSameEventsAgain() throws Exception {
    try (BoardFixture hub = open(embedded())) {
      catalogue.change(doctor("1"), State.OPEN, "new", T);
      relay(hub);
      JdbcClient.create(database).sql("update relay set sent = 0").update();
      relay(hub);
      List<JsonNode> events = received();
      assertThat(events).hasSize(2);
      assertThat(events.get(1)).isEqualTo(events.get(0));
    }
  }

  @Test
  void moreThanOneTransactionOfEventsIsSentInOneGo() throws Exception {
    try (BoardFixture hub = open(embedded())) {
      for (int i = 0; i < 1001; i++) {
        catalogue.change(doctor("" + i), State.OPEN, "new", T);
      }
      relay(hub);
      assertThat(received())
          .hasSize(1001)
          .extracting(e -> Long.parseLong(e.get("sequence").asText()))
          .isSorted();
    }
  }

  @Test
  void aSecondHubOnTheSameDataWaitsAndTakesOver() throws Exception {
    BoardFixture first = open(embedded());
    try (BoardFixture second = open(embedded())) {
      catalogue.change(doctor("1"), State.OPEN, "new", T);
      relay(first);
      catalogue.change(doctor("2"), State.OPEN, "new", T);
      relay(second);
      assertThat(second.bean(EventRelay.class).trouble()).as("waiting is no trouble").isEmpty();
      first.close();
      relay(second);
      assertThat(received()).hasSize(2);
    }
  }

  @Test
  void consumersMayReadTheirQueueAndNothingElse() throws Exception {
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThatThrownBy(() -> new Subscriber(port, "matching", "wrong"))
          .isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(() -> new Subscriber(port, null, null))
          .isInstanceOf(JMSSecurityException.class);
      try (ActiveMQConnectionFactory factory =
              new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port, "matching", "secret");
          Connection connection = factory.createConnection();
          Session session = connection.createSession()) {
        assertThatThrownBy(
                () ->
                    session
                        .createProducer(session.createTopic("norrhub.matching"))
                        .send(session.createTextMessage("forged")))
            .isInstanceOf(JMSSecurityException.class);
        assertThatThrownBy(
                () ->
                    session.createSharedDurableConsumer(
                        session.createTopic("norrhub.matching"), "another"))
            .isInstanceOf(JMSException.class);
        assertThatThrownBy(
                () ->
                    session
                        .createProducer(session.createQueue("activemq.management"))
                        .send(session.createTextMessage("forged")))
            .isInstanceOf(JMSException.class);
      }
      assertThat(received()).isEmpty();
    }
  }

  @Test
  void nothingIsSentWhileABrokerElsewhereHasNoQueueForIt() throws Exception {
    EmbeddedActiveMQ elsewhere = new EmbeddedActiveMQ();
    elsewhere.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port));
    elsewhere.start();
    BrokerSettings remote =
        new BrokerSettings("tcp://127.0.0.1:" + port, "hub", "hub", null, false);
    try (BoardFixture hub = open(remote)) {
      catalogue.change(doctor("1"), State.OPEN, "new", T);
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .contains("no queue [matching]", "declare it");
      elsewhere
          .getActiveMQServer()
          .createQueue(
              QueueConfiguration.of("matching")
                  .setAddress("norrhub.matching")
                  .setRoutingType(RoutingType.MULTICAST));
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble()).isEmpty();
      assertThat(received()).hasSize(1);
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void aBrokerThatIsDownIsSaidAndTriedAgain() throws Exception {
    BrokerSettings nobody =
        new BrokerSettings("tcp://127.0.0.1:" + port, "hub", "hub", null, false);
    try (BoardFixture hub = open(nobody)) {
      catalogue.change(doctor("1"), State.OPEN, "new", T);
      relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble()).isPresent();
    }
    try (BoardFixture hub = open(embedded())) {
      relay(hub);
      assertThat(received()).hasSize(1);
    }
  }

  private BoardFixture open(BrokerSettings broker) {
    BoardFixture hub = new BoardFixture(database, home, broker);
    hub.consents.put("region-norrbotten", true);
    return hub;
  }

  private BrokerSettings embedded() {
    return new BrokerSettings(
        null,
        null,
        null,
        new BrokerSettings.Acceptor("127.0.0.1", port, "matching", "secret"),
        false);
  }

  private static void relay(BoardFixture hub) {
    hub.bean(PostingUpdater.class)
        .follow(hub.bean(BoardFiles.class).find("matching").orElseThrow());
    hub.bean(EventRelay.class).send();
  }

  private List<JsonNode> received() throws Exception {
    try (Subscriber subscriber = new Subscriber(port, "matching", "secret")) {
      return subscriber.events();
    }
  }
}
