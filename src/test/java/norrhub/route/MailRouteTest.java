package norrhub.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import norrhub.delivery.Blockers;
import norrhub.delivery.Skips;
import norrhub.partner.Transport;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RouteTest
class MailRouteTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String KRAFT = "Åsa <asa@kraft.example>";
  private static final byte[] TABLE = "Titel;Ort\nElektriker;Skellefteå\n".getBytes(UTF_8);

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired JdbcClient db;
  @Autowired Blockers blockers;
  @Autowired Skips skips;

  private final String feed = "mail-" + COUNT.incrementAndGet();
  private Mailbox mailbox;
  private Ledger ledger;

  @BeforeEach
  void startServer() {
    mailbox = new Mailbox();
    ledger = new Ledger(db);
  }

  @AfterEach
  void stop() throws Exception {
    camel.getRouteController().stopRoute("feed-" + feed);
    mailbox.close();
  }

  @Test
  void anAttachmentIsADeliveryAndTheMailIsMovedAway() {
    mailbox.mail(KRAFT, "Vecka 47", "", "annonser.csv", TABLE);

    add();

    await().until(() -> ledger.received(feed), List.of("Vecka 47")::equals);
    await().until(() -> mailbox.subjects("done"), List.of("Vecka 47")::equals);
    assertThat(mailbox.subjects("INBOX")).isEmpty();
    assertThat(ledger.parts(feed)).containsExactly("annonser.csv");
    await().until(() -> ledger.succeeded(feed));
  }

  @Test
  void aMailWhoseTextIsTheVacancyIsTheDeliveryItself() {
    mailbox.raw("From: asa@kraft.example\nSubject: Kock\n\nTitel: Kock\n");

    add("mail-text", Optional.empty());

    await().until(() -> ledger.received(feed), List.of("Kock")::equals);
    await().until(() -> mailbox.subjects("done"), List.of("Kock")::equals);
    assertThat(ledger.parts(feed)).containsExactly("Kock");
  }

  @Test
  void whatAnAttachmentIsItsContentSaysAndNotItsName() {
    mailbox.mail(KRAFT, "Bild", "", "annonser.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
    mailbox.mail(KRAFT, "Tabell", "", "bild.png", TABLE);

    add();

    await().until(() -> mailbox.subjects("done"), List.of("Tabell")::equals);
    await().until(() -> mailbox.subjects("refused"), List.of("Bild")::equals);
    assertThat(ledger.received(feed)).containsExactly("Tabell");
    assertThat(ledger.refusals(feed))
        .singleElement()
        .asString()
        .contains("[Bild <asa@kraft.example>]")
        .contains("annonser.csv (PNG)")
        .contains("XLSX");
  }

  @Test
  void aSubjectAndAFileNameAreShownAsWhatTheyAre() {
    mailbox.mail(
        KRAFT, "=?UTF-8?Q?Vecka=1B[2J=0A_48=C2=9B?=", "", "=?UTF-8?Q?a=1B[1m=00.csv?=", TABLE);

    add();

    await().until(() -> ledger.received(feed), List.of("Vecka\\u001b[2J\\n 48\\u009b")::equals);
    assertThat(ledger.parts(feed)).containsExactly("a\\u001b[1m\\u0000.csv");
  }

  @Test
  void anEmptyAttachmentIsRefusedByItsNameAndItsSender() {
    mailbox.mail(KRAFT, "Tom", "", "vecka 48.xlsx", new byte[0]);

    add();

    await().until(() -> mailbox.subjects("refused"), List.of("Tom")::equals);
    assertThat(ledger.refusals(feed))
        .singleElement()
        .asString()
        .contains("[Tom <asa@kraft.example>]", "is empty: vecka 48.xlsx (0 bytes)");
  }

  @Test
  void aMailWithoutAnAttachmentIsRefusedForThat() {
    mailbox.raw("From: asa@kraft.example\nSubject: Hej\n\nvi söker; skriv till oss\n");

    add();

    await().until(() -> mailbox.subjects("refused"), List.of("Hej")::equals);
    assertThat(ledger.refusals(feed))
        .singleElement()
        .asString()
        .contains("[Hej <asa@kraft.example>] has no attachment", "XLSX");
  }

  @Test
  void everyAttachmentIsADeliveryOfItsOwn() {
    mailbox.raw(
        """
        From: asa@kraft.example
        Subject: Two
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/csv; name=a.csv

        Titel;Ort
        A;Umeå
        --b
        Content-Type: message/rfc822

        From: someone@else.example
        Subject: forwarded
        Content-Type: application/xml; name="../../b.xml"

        <jobs/>
        --b--
        """);

    add();

    await().until(() -> ledger.received(feed).size() == 2);
    assertThat(ledger.rows(feed).get(0).get("parts")).asString().contains("a.csv");
    assertThat(ledger.rows(feed).get(1).get("parts")).asString().contains("../../b.xml");
  }

  @Test
  void aMailOfAnUnknownSenderIsRefused() {
    mailbox.mail("asa@kraft.example.evil.example", "Fel", "", "annonser.csv", TABLE);
    mailbox.mail("asa@kraft.example, b@evil.example", "Två", "", "annonser.csv", TABLE);

    add();

    await().until(() -> mailbox.subjects("refused").size() == 2);
    assertThat(ledger.received(feed)).isEmpty();
    assertThat(ledger.refusals(feed))
        .anyMatch(r -> r.contains("evil.example is not among"))
        .anyMatch(r -> r.contains("no single sender (asa@kraft.example, b@evil.example)"));
  }

  @Test
  void anAutomaticReplyIsNotRead() {
    mailbox.mail(
        KRAFT, "=?UTF-8?Q?Fr=C3=A5nvarande?=", "Auto-Submitted: auto-replied\n", "a.csv", TABLE);

    add();

    await().until(() -> mailbox.subjects("refused"), List.of("Frånvarande")::equals);
    assertThat(ledger.received(feed)).isEmpty();
  }

  @Test
  void hostileHeadersHaveNoEffect() {
    mailbox.mail(
        KRAFT,
        "Hostile",
        """
        CamelHttpUri: http://evil.example/
        CAmelFileName: ../../etc/passwd
        CamelBeanMethodName: delete
        org.apache.camel.Exchange: x
        mail.smtp.host: evil.example
        delete: true
        Delete: true
        moveTo: stolen
        copyTo: stolen
        """,
        "annonser.csv",
        TABLE);

    add();

    await().until(() -> mailbox.subjects("done"), List.of("Hostile")::equals);
    assertThat(mailbox.has("stolen")).isFalse();
    assertThat(ledger.received(feed)).containsExactly("Hostile");
  }

  @Test
  void aPoisonMailHoldsUpWhatCameLaterUntilItIsSkippedAfterItsTries() {
    poison("Poison");
    mailbox.mail(KRAFT, "Good", "", "annonser.csv", TABLE);

    add();

    await().until(() -> ledger.failure(feed).contains("Poison cannot be read"));
    assertThat(ledger.failure(feed))
        .contains("what came later waits", "norrhub skip " + feed + " 'Poison' --why");
    assertThat(ledger.received(feed)).isEmpty();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> mailbox.subjects("refused"), List.of("Poison")::equals);
    await().until(() -> mailbox.subjects("done"), List.of("Good")::equals);
    assertThat(ledger.received(feed)).containsExactly("Good");
    assertThat(ledger.refusals(feed))
        .singleElement()
        .asString()
        .contains("cannot be read", "annonser.csv is `nonsense`");
    await().until(() -> ledger.failure(feed).isEmpty());
    assertThat(ledger.tries(feed)).isZero();
  }

  @Test
  void aMailThatAlwaysBreaksTheConnectionIsRejectedAfterItsTriesToo() throws Exception {
    mailbox.raw("From: " + KRAFT + "\nSubject: Breaks\n\nCUT-HERE\n");
    mailbox.mail(KRAFT, "Good", "", "annonser.csv", TABLE);

    try (CuttingProxy proxy = new CuttingProxy(mailbox.port(), "CUT-HERE")) {
      routes.add(
          Feeds.PARTNER,
          Feeds.mail(feed, mailbox.source("host: 127.0.0.1", "port: " + proxy.port(), "tries: 2")));
      await().until(() -> !blockers.of(feed).isEmpty());
      // After seven failures, polls are most of a minute apart.
      db.sql("update feed_blocker set tries = 7 where feed = ?").param(feed).update();

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> mailbox.subjects("done"), List.of("Good")::equals);
      assertThat(mailbox.subjects("refused")).containsExactly("Breaks");
      assertThat(ledger.refusals(feed))
          .singleElement()
          .asString()
          .contains("the connection to the mailbox broke");
      await().until(() -> ledger.tries(feed) == 0);
      camel.getRouteController().stopRoute("feed-" + feed);
    }
  }

  @Test
  void aMailThatAnAdminSkipsIsMovedAtOnceAndTheNextIsRead() {
    poison("Poison");
    mailbox.mail(KRAFT, "Good", "", "annonser.csv", TABLE);
    add("any", Optional.empty(), 100);
    await().until(() -> !blockers.of(feed).isEmpty());

    skips.skip(blockers.of(feed).get(0), Feeds.PARTNER.id(), Transport.MAIL, "it was a test");

    await().until(() -> mailbox.subjects("refused"), List.of("Poison")::equals);
    await().until(() -> mailbox.subjects("done"), List.of("Good")::equals);
    assertThat(ledger.refusals(feed)).singleElement().asString().contains("it was a test");
    await().until(() -> ledger.failure(feed).isEmpty());
  }

  @Test
  void mailsThatCannotBeMovedAreReadOnceAndHoldUpNothing() {
    for (int n = 1; n <= 12; n++) {
      mailbox.mail(KRAFT, "Old " + n, "", "annonser.csv", TABLE);
    }
    add("any", Optional.empty(), 3, "no*such");
    await().until(() -> ledger.received(feed).size() == 12);
    assertThat(ledger.failure(feed)).contains("was dealt with and cannot be moved");
    assertThat(ledger.failure(feed)).contains("no*such", "partner's file");

    mailbox.mail(KRAFT, "New", "", "annonser.csv", TABLE);

    await().until(() -> ledger.received(feed).size() == 13);
    await().during(Duration.ofSeconds(1)).until(() -> ledger.received(feed).size() == 13);
    assertThat(mailbox.subjects("INBOX")).hasSize(13);
    assertThat(ledger.failure(feed)).contains("cannot be moved");
  }

  private void poison(String subject) {
    mailbox.raw(
        """
        From: asa@kraft.example
        Subject: %s
        Content-Type: text/csv; name=annonser.csv
        Content-Transfer-Encoding: nonsense

        Titel;Ort
        """
            .formatted(subject));
  }

  @Test
  void anAttachmentWhoseEncodingMeansNoneIsReadAsItStands() {
    mailbox.raw(
        """
        From: asa@kraft.example
        Subject: Odd
        Content-Type: text/csv; name=annonser.csv
        Content-Transfer-Encoding: utf-8

        Titel;Ort
        Elektriker;Umeå
        """);

    add();

    await().until(() -> ledger.received(feed), List.of("Odd")::equals);
  }

  @Test
  void aHugeAttachmentIsSkipped() {
    byte[] huge = new byte[300_000];
    java.util.Arrays.fill(huge, (byte) ';');
    mailbox.mail(KRAFT, "Huge", "", "annonser.csv", huge);

    add();

    await().until(() -> mailbox.subjects("refused"), List.of("Huge")::equals);
    assertThat(ledger.refusals(feed)).singleElement().asString().contains("annonser.csv (> 1 MB)");
  }

  @Test
  void aMailThatOurServerProvedIsRead() {
    mailbox.mail(
        KRAFT,
        "Proven",
        proof("MX.example.org; dmarc=pass header.from=kraft.example"),
        "a.csv",
        TABLE);

    addProven();

    await().until(() -> mailbox.subjects("done"), List.of("Proven")::equals);
    assertThat(ledger.received(feed)).containsExactly("Proven");
  }

  @Test
  void aForgedSenderIsRefusedWhateverTheMailSaysOfItself() {
    mailbox.mail(KRAFT, "Silent", "", "a.csv", TABLE);
    mailbox.mail(KRAFT, "Foreign", proof("mx.evil.example; dmarc=pass"), "a.csv", TABLE);
    mailbox.mail(
        KRAFT,
        "Below",
        proof("mx.example.org; dmarc=fail") + proof("mx.example.org; dmarc=pass"),
        "a.csv",
        TABLE);

    addProven();

    await().until(() -> mailbox.subjects("refused").size() == 3);
    assertThat(ledger.received(feed)).isEmpty();
    assertThat(ledger.refusals(feed))
        .hasSize(3)
        .allMatch(r -> r.contains("it comes from asa@kraft.example"));
  }

  private static String proof(String results) {
    return "Authentication-Results: " + results + "\n";
  }

  private void add() {
    add(Optional.empty());
  }

  private void addProven() {
    add(Optional.of("mx.example.org"));
  }

  private void add(Optional<String> authenticatedBy) {
    add("any", authenticatedBy);
  }

  private void add(String format, Optional<String> authenticatedBy) {
    add(format, authenticatedBy, 3);
  }

  private void add(String format, Optional<String> authenticatedBy, int tries) {
    add(format, authenticatedBy, tries, "done");
  }

  private void add(String format, Optional<String> authenticatedBy, int tries, String done) {
    List<String> lines = new ArrayList<>();
    lines.add("senders: [ASA@kraft.example, '@skola.example']");
    lines.add("tries: " + tries);
    lines.add("done: " + done);
    authenticatedBy.ifPresent(server -> lines.add("authenticatedBy: " + server));
    routes.add(
        Feeds.PARTNER, Feeds.mail(feed, format, mailbox.source(lines.toArray(String[]::new))));
  }
}
