package norrhub.board.event;

import static norrhub.board.Vacancies.KIRUNA;
import static norrhub.board.Vacancies.LULEA;
import static norrhub.board.Vacancies.MALMO;
import static norrhub.board.Vacancies.vacancy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import norrhub.board.BoardFiles;
import norrhub.board.BoardFixture;
import norrhub.board.Subscriber;
import norrhub.vacancy.State;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several event boards at one broker: what one is sent is nobody else's. */
class EventBoardsTest {
  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path home;

  private EventFixture events;

  @BeforeEach
  void prepare() throws IOException {
    events = new EventFixture(home, "p");
    writeBoards();
  }

  private void writeBoards() throws IOException {
    events.board("north", "subscribers: [north]\nselect: { counties: ['25'] }\npassword: ${NORTH}");
    events.board("south", "subscribers: [south]\nselect: { counties: ['12'] }\npassword: ${SOUTH}");
  }

  @Test
  void eachConsumerGetsWhatItsBoardSelectsAndItsPartnersConsentTo() throws Exception {
    try (BoardFixture hub = events.open(events.embedded())) {
      hub.consents.putAll(Map.of("north/lkab", true, "north/malmo", true, "south/lkab", false));
      hub.consents.put("south/malmo", true);
      events.catalogue.change(
          vacancy("lkab", "1", "In the north", List.of(LULEA)), State.OPEN, "new", T);
      events.catalogue.change(
          vacancy("malmo", "2", "In the south", List.of(MALMO)), State.OPEN, "new", T);
      events.catalogue.change(
          vacancy("malmo", "3", "In both", List.of(KIRUNA, MALMO)), State.OPEN, "new", T);
      events.catalogue.change(
          vacancy("lkab", "4", "Not for the south", List.of(KIRUNA, MALMO)), State.OPEN, "new", T);
      EventFixture.relay(hub);

      assertThat(titles("north"))
          .containsExactlyInAnyOrder("In the north", "In both", "Not for the south");
      assertThat(titles("south")).containsExactlyInAnyOrder("In the south", "In both");
    }
  }

  @Test
  void aBoardsLoginReadsItsOwnQueuesOnly() throws Exception {
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
      assertThatThrownBy(() -> new Subscriber(events.port, "south", "secret of NORTH"))
          .isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(
              () ->
                  new Subscriber(events.port, "south", "secret of SOUTH", "norrhub.north", "north"))
          .isInstanceOf(JMSSecurityException.class);
      try (ActiveMQConnectionFactory factory =
              new ActiveMQConnectionFactory(
                  "tcp://127.0.0.1:" + events.port, "south", "secret of SOUTH");
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
    events.catalogue.change(
        vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "new", T);
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
      assertThat(titles("north")).containsExactly("In both");
    }
    writeBoards();
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
      assertThat(titles("south")).containsExactly("In both");
      assertThat(titles("north")).isEmpty();
    }
  }

  @Test
  void whileTheHubRunsBoardsComeAndGoAndLoginsChange() throws Exception {
    Files.delete(home.resolve("boards/south.yaml"));
    events.catalogue.change(
        vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "new", T);
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
      assertThatThrownBy(() -> events.events("south")).isInstanceOf(JMSSecurityException.class);

      writeBoards();
      hub.bean(BoardFiles.class).reload();
      EventFixture.relay(hub);
      assertThat(titles("south")).containsExactly("In both");

      try (Subscriber stays =
              new Subscriber(events.port, "north", "secret of NORTH", "norrhub.north", "north");
          Subscriber goes =
              new Subscriber(events.port, "south", "secret of SOUTH", "norrhub.south", "south")) {
        events.board(
            "south", "subscribers: [south]\nselect: { counties: ['12'] }\npassword: ${OTHER}");
        hub.bean(BoardFiles.class).reload();
        EventFixture.relay(hub);
        assertThat(stays.events()).hasSize(1);
        assertThatThrownBy(goes::events).isInstanceOf(jakarta.jms.JMSException.class);
      }
      assertThatThrownBy(
              () ->
                  new Subscriber(events.port, "south", "secret of SOUTH", "norrhub.south", "south"))
          .isInstanceOf(JMSSecurityException.class);
      new Subscriber(events.port, "south", "secret of OTHER", "norrhub.south", "south").close();

      events.board(
          "north", "subscribers: [north, extra]\nselect: { counties: ['25'] }\npassword: ${NORTH}");
      hub.bean(BoardFiles.class).reload();
      EventFixture.relay(hub);
      events.catalogue.change(vacancy("p", "2", "Later", List.of(LULEA)), State.OPEN, "new", T);
      EventFixture.relay(hub);
      for (String queue : List.of("north", "extra")) {
        try (Subscriber reads =
            new Subscriber(events.port, "north", "secret of NORTH", "norrhub.north", queue)) {
          assertThat(reads.events())
              .extracting(event -> event.at("/data/title").asText())
              .containsExactly("Later");
        }
      }

      Files.delete(home.resolve("boards/south.yaml"));
      hub.bean(BoardFiles.class).reload();
      EventFixture.relay(hub);
      assertThatThrownBy(
              () ->
                  new Subscriber(events.port, "south", "secret of OTHER", "norrhub.south", "south"))
          .isInstanceOf(JMSSecurityException.class);
      assertThat(hub.bean(EventRelay.class).trouble()).isEmpty();
    }
  }

  @Test
  void aRenamedBoardBeginsAnewAtItsOwnAddressWithTheQueueItHad() throws Exception {
    events.catalogue.change(
        vacancy("p", "1", "In the north", List.of(LULEA)), State.OPEN, "new", T);
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
    }
    Files.delete(home.resolve("boards/north.yaml"));
    events.board("norr", "subscribers: [north]\nselect: { counties: ['25'] }\npassword: ${NORTH}");
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble()).isEmpty();
      assertThatThrownBy(() -> events.events("north"))
          .as("the login is gone with the board")
          .isInstanceOf(JMSSecurityException.class);
      try (Subscriber norr =
          new Subscriber(events.port, "norr", "secret of NORTH", "norrhub.norr", "north")) {
        assertThat(norr.events())
            .extracting(event -> event.get("source").asText())
            .containsExactly("urn:norrhub:board:norr");
      }
    }
  }

  @Test
  void aRemovedBoardIsSentNothingMoreAndNobodyReadsWhatItLeft() throws Exception {
    events.catalogue.change(
        vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "new", T);
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
    }
    Files.delete(home.resolve("boards/south.yaml"));
    events.catalogue.change(
        vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "changed", T);
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
      assertThat(titles("north")).hasSize(2);
      assertThatThrownBy(() -> events.events("south")).isInstanceOf(JMSSecurityException.class);
      assertThatThrownBy(
              () ->
                  new Subscriber(events.port, "north", "secret of NORTH", "norrhub.south", "south"))
          .isInstanceOf(JMSSecurityException.class);
    }
    writeBoards();
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
      assertThat(titles("south")).as("what it left, and what it missed").hasSize(2);
    }
  }

  @Test
  void aBoardWithoutItsQueueHoldsNoOtherBoardUp() throws Exception {
    EmbeddedActiveMQ elsewhere = events.elsewhere(Set.of());
    try (BoardFixture hub = events.open(events.remote(false))) {
      events.catalogue.change(
          vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "new", T);
      EventFixture.queue(elsewhere, "norrhub.south", "south");
      EventFixture.relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .isEqualTo(
              "Board north gets no events: the broker has no queue [north] at norrhub.north:"
                  + " declare it there (multicast, durable)");
      assertThat(titles("south")).containsExactly("In both");
      EventFixture.queue(elsewhere, "norrhub.north", "north");
      EventFixture.relay(hub);
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
    EmbeddedActiveMQ elsewhere = events.elsewhere(Set.of(all));
    try (BoardFixture hub = events.open(events.remote(true))) {
      events.catalogue.change(
          vacancy("p", "1", "In both", List.of(LULEA, MALMO)), State.OPEN, "new", T);
      EventFixture.relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble()).isEmpty();
      assertThat(titles("north")).containsExactly("In both");
      assertThat(titles("south")).containsExactly("In both");
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void aBrokerElsewhereThatDoesNotAnswerOrRefusesTheLoginIsNamed() throws Exception {
    try (BoardFixture hub = events.open(events.remote(false))) {
      EventFixture.relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .contains(
              "gets no events: the broker at tcp://127.0.0.1:" + events.port + " does not answer")
          .doesNotContain("session");
    }
    EmbeddedActiveMQ elsewhere =
        events.elsewhere(
            Set.of(
                new Role(
                    "all", true, true, true, true, true, true, false, true, true, true, false,
                    false)));
    BrokerSettings stranger =
        new BrokerSettings("tcp://127.0.0.1:" + events.port, "hub", "wrong", null, false);
    try (BoardFixture hub = events.open(stranger)) {
      EventFixture.relay(hub);
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
    EmbeddedActiveMQ elsewhere = events.elsewhere(Set.of(send));
    try (BoardFixture hub = events.open(events.remote(true))) {
      EventFixture.relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .contains("Board north gets no events", "Board south gets no events", "permission");
    } finally {
      elsewhere.stop();
    }
  }

  @Test
  void whatWasUnreadAtTheOldAddressOfAllBoardsIsSentAgainToItsOwnBoardOnly() throws Exception {
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
      for (int i = 1; i <= 4; i++) {
        events.catalogue.change(
            vacancy("p", "" + i, "N" + i, List.of(LULEA)), State.OPEN, "new", T);
        EventFixture.relay(hub);
      }
      assertThat(titles("north")).hasSize(4);
    }
    asBefore(
        "{\"source\":\"urn:norrhub:board:south\",\"sequence\":\"0000000000000000001\"}",
        "{\"source\":\"urn:norrhub:board:north\",\"sequence\":\"0000000000000000003\"}",
        "no event",
        "{\"source\":\"urn:norrhub:board:north\",\"sequence\":\"0000000000000000004\"}");
    try (BoardFixture hub = events.open(events.embedded())) {
      EventFixture.relay(hub);
      assertThat(titles("north")).containsExactly("N3", "N4");
      assertThat(titles("south")).isEmpty();
      EventFixture.relay(hub);
      assertThat(titles("north")).isEmpty();
    }
  }

  @Test
  void oneLoginOfTheSettingsIsNotForSeveralBoards() throws Exception {
    BrokerSettings old =
        new BrokerSettings(
            null,
            null,
            null,
            new BrokerSettings.Acceptor("127.0.0.1", events.port, "m", "m"),
            false);
    try (BoardFixture hub = events.open(old)) {
      EventFixture.relay(hub);
      assertThat(hub.bean(EventRelay.class).trouble().orElseThrow())
          .contains(
              "norrhub.broker.acceptor.user would read the queues of north and south: take it out"
                  + " and give each board a `password` in its file");
    }
  }

  @Test
  void aQueueThatTwoBoardsNameIsAFaultOfBoth() throws IOException {
    events.board("south", "subscribers: [other, north]\npassword: ${SOUTH}");
    try (BoardFixture hub = events.open(events.embedded())) {
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
      EventFixture.queue(before, "norrhub.vacancies", board);
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

  private List<String> titles(String board) throws Exception {
    return events.events(board).stream().map(e -> e.at("/data/title").asText()).toList();
  }
}
