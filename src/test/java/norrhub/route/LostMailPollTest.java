package norrhub.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import norrhub.delivery.Blockers;
import norrhub.delivery.Skips;
import norrhub.partner.Transport;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A poll that has lost its lock leaves the ledger and the mailbox to the hub that polls now. */
@RouteTest
class LostMailPollTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String KRAFT = "asa@kraft.example";
  private static final byte[] TABLE = "Titel;Ort\nElektriker;Skellefteå\n".getBytes(UTF_8);

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired JdbcClient db;
  @Autowired DataSource database;
  @Autowired Blockers blockers;
  @Autowired Skips skips;

  private final String feed = "lost-" + COUNT.incrementAndGet();
  private Mailbox mailbox;
  private LostPoll poll;

  @BeforeEach
  void startServer() throws Exception {
    mailbox = new Mailbox();
    poll = new LostPoll(camel, database, feed);
  }

  @AfterEach
  void stop() throws Exception {
    poll.close();
    mailbox.close();
  }

  @Test
  void whatItMarkedAsDeletedBeforeIsLeftToTheNextPoll() {
    mail(KRAFT, "One", TABLE);
    mail(KRAFT, "Two", TABLE);
    poll.otherHub.takeOverAt(2);

    add(3);

    poll.awaitLost();
    assertThat(poll.ledger.received(feed)).containsExactly("One");
    assertThat(mailbox.subjects("done")).containsExactly("One");
    assertThat(mailbox.subjects("INBOX")).containsExactly("Two");
    assertThat(mailbox.allSubjects("INBOX")).containsExactly("One", "Two");

    poll.otherHub.release();

    await().until(() -> mailbox.allSubjects("INBOX").isEmpty());
    assertThat(poll.ledger.received(feed)).containsExactly("One", "Two");
    assertThat(mailbox.subjects("done")).containsExactly("One", "Two");
  }

  @Test
  void aMailOfAStrangerIsNeitherRefusedNorMoved() {
    mail("stranger@elsewhere.example", "Stranger", TABLE);
    poll.otherHub.takeOverAt(1);

    add(3);

    poll.awaitLost();
    assertNothingChanged("Stranger");
  }

  @Test
  void aMailThatIsTooLargeIsNeitherRejectedNorMoved() {
    mail(KRAFT, "Huge", new byte[300_000]);
    poll.otherHub.takeOverAt(1);

    add(3);

    poll.awaitLost();
    assertNothingChanged("Huge");
  }

  @Test
  void noTryOfAMailThatCannotBeReadIsCounted() {
    poison();
    poll.otherHub.takeOverAt(1);

    add(1);

    poll.awaitLost();
    assertThat(poll.ledger.tries(feed)).isZero();
    assertNothingChanged("Poison");
  }

  @Test
  void aMailThatWasSkippedMeanwhileIsNotMoved() {
    poison();
    add(100);
    await().until(() -> !blockers.of(feed).isEmpty());
    poll.otherHub.takeOverAt(1);
    poll.awaitLost();
    skips.skip(blockers.of(feed).get(0), Feeds.PARTNER.id(), Transport.MAIL, "it was a test");
    forgetFailure();

    poll.otherHub.takeOverAt(1);
    poll.otherHub.release();

    poll.awaitLost();
    assertThat(mailbox.subjects("INBOX")).containsExactly("Poison");
    assertThat(mailbox.subjects("refused")).isEmpty();
  }

  private void assertNothingChanged(String subject) {
    assertThat(poll.ledger.rows(feed)).isEmpty();
    assertThat(mailbox.subjects("INBOX")).containsExactly(subject);
    assertThat(mailbox.subjects("refused")).isEmpty();
  }

  private void forgetFailure() {
    db.sql("update feed_state set failure = null where feed = :feed").param("feed", feed).update();
  }

  private void mail(String from, String subject, byte[] content) {
    mailbox.mail(from, subject, "", "annonser.csv", content);
  }

  private void poison() {
    mailbox.raw(
        """
        From: asa@kraft.example
        Subject: Poison
        Content-Type: text/csv; name=annonser.csv
        Content-Transfer-Encoding: nonsense

        Titel;Ort
        """);
  }

  private void add(int tries) {
    routes.add(Feeds.PARTNER, Feeds.mail(feed, mailbox.source("tries: " + tries)));
  }
}
