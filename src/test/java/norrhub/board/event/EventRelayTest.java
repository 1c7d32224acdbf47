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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import norrhub.board.BoardFixture;
import norrhub.board.Subscriber;
import norrhub.vacancy.State;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventRelayTest {
  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path home;

  private EventFixture events;

  @BeforeEach
  void prepare() throws IOException {
    events = new EventFixture(home, "region-norrbotten");
    events.board("matching", "subscribers: [matching]");
  }

  @Test
  void everyMoveArrivesInOrderAndStatesAll() throws Exception {
    try (BoardFixture hub = events.open(embedded())) {
      events.catalogue.change(doctor("1"), State.OPEN, "new", T);
      EventFixture.relay(hub);
      events.catalogue.change(doctor("1"), State.OPEN, "changed", T);
      EventFixture.relay(hub);
      events.catalogue.change(doctor("1"), State.WITHDRAWN, "absent", T);
      EventFixture.relay(hub);
      List<JsonNode> received = received();
      String id = doctor("1").id().toString();
      assertThat(received)
          .extracting(e -> e.get("id").asText() + " " + e.get("type").asText())
          .containsExactly(
              id + "-1 vacancy.upserted.v1",
              id + "-2 vacancy.upserted.v1",
              id + "-3 vacancy.withdrawn.v1");
      assertThat(received.get(1).at("/data/title").asText()).isEqualTo(doctor("1").title());
      assertThat(received.get(1).at("/data/version").asInt()).isEqualTo(2);
      assertThat(received.get(2).at("/data/reason").asText()).isEqualTo("absent");
    }
  }

  @Test
  void eventsThatNobodyReadYetOutliveTheHub() throws Exception {
    try (BoardFixture hub = events.open(embedded())) {
      events.catalogue.change(doctor("1"), State.OPEN, "new", T);
      EventFixture.relay(hub);
    }
    try (BoardFixture hub = events.open(embedded())) {
      EventFixture.relay(hub);
      assertThat(received()).as("the one from before, and it once").hasSize(1);
    }
  }

  @Test
  void aCrashBetweenBrokerAndCursorSendsTheSameEventsAgain() throws Exception {
    try (BoardFixture hub = events.open(embedded())) {
      events.catalogue.change(doctor("1"), State.OPEN, "new", T);
      EventFixture.relay(hub);
      JdbcClient.create(events.database).sql("update relay set sent = 0").update();
      EventFixture.relay(hub);
      List<JsonNode> received = received();
      assertThat(received).hasSize(2);
      assertThat(received.get(1)).isEqualTo(received.get(0));
    }
  }

  @Test
  void moreThanOneTransactionOfEventsIsSentInOneGo() throws Exception {
    try (BoardFixture hub = events.open(embedded())) {
      for (int i = 0; i < 1001; i++) {
        events.catalogue.change(doctor("" + i), State.OPEN, "new", T);
      }
      EventFixture.relay(hub);
      assertThat(received())
          .hasSize(1001)
          .extracting(e -> Long.parseLong(e.get("sequence").asText()))
          .isSorted();
    }
  }

  @Test
  void aSecondHubOnTheSameDataWaitsAndTakesOver() throws Exception {
    BoardFixture first = events.open(embedded());
    try (BoardFixture second = events.open(embedded())) {
      events.catalogue.change(doctor("1"), State.OPEN, "new", T);
      EventFixture.relay(first);
      events.catalogue.change(doctor("2"), State.OPEN, "new", T);
      EventFixture.relay(second);
      assertThat(second.bean(EventRelay.class).trouble()).as("waiting is no trouble").isEmpty();
      first.close();
      EventFixture.relay(second);
      assertThat(received()).hasSize(2);
    }
  }

  @Test
  void consumersMayReadTheirQueueAndNothingElse() throws Exception {
    try (BoardFixture hub = events.open(embedded())) {
      EventFixture.relay(hub);
      assertThatThrownBy(() -> new Subscriber(events.port, "matching", "wrong"))
          .isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(() -> new Subscriber(events.port, null, null))
          .isInstanceOf(JMSSecurityException.class);
      try (ActiveMQConnectionFactory factory =
              new ActiveMQConnectionFactory(
                  "tcp://127.0.0.1:" + events.port, "matching", "secret");
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
    EmbeddedActiveMQ elsewhere = events.elsewhere(Set.of());
    try (BoardFixture hub = events.open(events.remote(false))) {
      events.catalogue.change(doctor("1"), State.OPEN, "new", T);
      EventFixture.relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .contains("no queue [matching]", "declare it");
      EventFixture.queue(elsewhere, "norrhub.matching", "matching");
      EventFixture.relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble()).isEmpty();
      assertThat(received()).hasSize(1);
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void aBrokerThatIsDownIsSaidAndTriedAgain() throws Exception {
    try (BoardFixture hub = events.open(events.remote(false))) {
      events.catalogue.change(doctor("1"), State.OPEN, "new", T);
      EventFixture.relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble()).isPresent();
    }
    try (BoardFixture hub = events.open(embedded())) {
      EventFixture.relay(hub);
      assertThat(received()).hasSize(1);
    }
  }

  private BrokerSettings embedded() {
    return events.embedded("matching", "secret");
  }

  private List<JsonNode> received() throws Exception {
    try (Subscriber subscriber = new Subscriber(events.port, "matching", "secret")) {
      return subscriber.events();
    }
  }
}
