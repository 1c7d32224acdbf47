package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import norrhub.config.Secret;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.Incoming;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.partner.After;
import norrhub.partner.SftpSource;
import norrhub.partner.Sources;
import norrhub.partner.Transport;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A poll that has lost its lock leaves the folder and what is known of it to the next poll. */
@RouteTest
class LostSftpPollTest {
  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired DeliveryIntake deliveries;
  @Autowired DataSource database;
  @TempDir Path temp;

  private String feed = "";
  private SftpPartner server;
  private LostPoll poll;

  @BeforeEach
  void startServer(TestInfo test) throws Exception {
    feed = "lost-" + test.getTestMethod().orElseThrow().getName().toLowerCase();
    server = new SftpPartner(temp.resolve("partner"));
    poll = new LostPoll(camel, database, feed);
  }

  @AfterEach
  void stop() throws Exception {
    poll.close();
    server.close();
  }

  /** The partner may have written the next file of that name. */
  @Test
  void aReceivedFileIsLeftToTheNextPoll() {
    server.put("a.xml", "<a/>");
    poll.otherHub.takeOverAfterNext(() -> {});

    add();

    poll.awaitLost();
    assertThat(poll.ledger.received(feed)).containsExactly("a.xml");
    assertThat(server.files()).containsExactly("a.xml");

    poll.otherHub.release();

    await().until(() -> !server.files().contains("a.xml"));
    assertThat(poll.ledger.received(feed)).containsExactly("a.xml");
  }

  /** Else it would be received once more. */
  @Test
  void whatTheOtherHubReceivedSinceIsNotTakenForGone() {
    server.put("a.xml", "<a/>");
    poll.otherHub.takeOverAfterNext(() -> receive("b.xml"));

    add();

    poll.awaitLost();
    assertThat(poll.ledger.received(feed)).containsExactly("a.xml", "b.xml");
    assertThat(poll.ledger.rows(feed))
        .extracting(row -> row.get("source_gone"))
        .containsOnly(false);
  }

  @Test
  void noTryOfAFileThatCannotBeReadIsCounted() {
    server.put("a.xml", "<a/>");
    poll.otherHub.takeOverAt(1);
    server.closes("a.xml"::equals);

    add();

    poll.awaitLost();
    assertThat(poll.ledger.tries(feed)).isZero();
  }

  private void receive(String name) {
    deliveries.receive(
        new Incoming(
            feed,
            Feeds.PARTNER.id(),
            Transport.SFTP,
            name,
            name + "|4|0",
            List.of(new ArchivedPart(name, "", 4, 0)),
            Instant.EPOCH));
  }

  private void add() {
    SftpSource source =
        new SftpSource(
            "localhost",
            server.port(),
            server.hostKey(),
            "norrhub",
            Optional.of(new Secret("PASSWORD", SftpPartner.PASSWORD)),
            Optional.empty(),
            "/",
            "*.xml",
            Duration.ofSeconds(10),
            Optional.empty(),
            After.MOVE,
            Sources.SFTP_OPTIONS);
    routes.add(Feeds.PARTNER, Feeds.sftp(feed, source));
  }
}
