package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import norrhub.config.Secret;
import norrhub.partner.After;
import norrhub.partner.SftpSource;
import norrhub.partner.Sources;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RouteTest
class SftpRouteTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired JdbcClient db;
  @TempDir Path temp;

  private final String feed = "sftp-" + COUNT.incrementAndGet();
  private SftpPartner server;
  private Ledger ledger;

  @BeforeEach
  void startServer() {
    server = new SftpPartner(temp.resolve("partner"));
    ledger = new Ledger(db);
  }

  @AfterEach
  void stop() throws Exception {
    camel.getRouteController().stopRoute("feed-" + feed);
    server.close();
  }

  @Test
  void aFileIsReceivedAndMovedAway() {
    server.put("jobb åäö.xml", "<jobs/>");

    add(After.MOVE);

    await().until(() -> ledger.received(feed), List.of("jobb åäö.xml")::equals);
    await()
        .untilAsserted(
            () ->
                assertThat(server.files())
                    .singleElement()
                    .asString()
                    .matches("\\.done/\\d{8}/\\d{9}-jobb åäö\\.xml"));
    await().until(() -> ledger.succeeded(feed));
    assertThat(ledger.failure(feed)).isEmpty();
  }

  @Test
  void aFeedWhosePasswordWasChangedLogsInWithTheNewOne() {
    server.put("jobs.xml", "<jobs/>");
    SftpSource wrong =
        source(server.hostKey(), new Secret("PASSWORD", "old"), Optional.empty(), After.MOVE);
    routes.add(Feeds.PARTNER, Feeds.sftp(feed, wrong));
    await().until(() -> !ledger.failure(feed).isEmpty());

    routes.remove(feed);
    add(After.MOVE);

    await().until(() -> ledger.received(feed), List.of("jobs.xml")::equals);
    await().until(() -> ledger.succeeded(feed));
  }

  @Test
  void aFeedThatIsTakenOutLeavesNothingBehind() {
    add(After.MOVE);
    await().until(() -> ledger.succeeded(feed));

    routes.remove(feed);

    server.put("jobs.xml", "<jobs/>");
    await().during(Duration.ofSeconds(1)).until(() -> ledger.received(feed).isEmpty());
    assertThat(camel.getRoute("feed-" + feed)).isNull();
    assertThat(((ModelCamelContext) camel).getRouteDefinition("feed-" + feed)).isNull();
    assertThat(camel.getEndpoints())
        .noneMatch(endpoint -> endpoint.getEndpointUri().contains(":" + server.port()));
  }

  @Test
  void anEmptyFileIsReceivedTooForTheLedgerSaysWhatIsWrongWithIt() {
    server.put("jobb.xml", "");

    add(After.MOVE);

    await().until(() -> ledger.received(feed), List.of("jobb.xml")::equals);
    await().until(() -> ledger.succeeded(feed));
    assertThat(ledger.failure(feed)).isEmpty();
  }

  @Test
  void deletedOrLeftAsThePartnerWants() {
    server.put("jobs.xml", "<jobs/>");
    add(After.DELETE);

    await().until(() -> ledger.received(feed), List.of("jobs.xml")::equals);
    await().until(() -> server.files().isEmpty());
  }

  @Test
  void whereNothingMayBeMovedEachFileIsFetchedOnce() throws IOException {
    server.put("a.xml", "A");
    server.put("b.xml", "B");
    add(After.LEAVE);
    await().until(() -> ledger.received(feed).size() == 2);

    await().during(Duration.ofSeconds(1)).until(() -> ledger.received(feed).size() == 2);
    assertThat(server.files()).containsExactlyInAnyOrder("a.xml", "b.xml");

    // A, B, A under one name, the last one with the time of the first.
    FileTime first = Files.getLastModifiedTime(server.folder().resolve("a.xml"));
    server.put("a.xml", "changed");
    await().until(() -> ledger.received(feed).size() == 3);
    Files.setLastModifiedTime(server.put("a.xml", "A"), first);
    await().until(() -> ledger.received(feed).size() == 4);
    assertThat(ledger.contents(feed).subList(0, 2)).contains(ledger.contents(feed).get(3));
  }

  @Test
  void aFileThatIsStillBeingWrittenIsLeftInPeace() throws Exception {
    try (OutputStream slow = Files.newOutputStream(server.folder().resolve("slow.xml"))) {
      add(After.MOVE);
      // Fifteen times as often as the file would have to rest, so that a busy machine does not
      // matter.
      for (int i = 0; i < 100; i++) {
        slow.write("<job/>".getBytes(StandardCharsets.UTF_8));
        slow.flush();
        TimeUnit.MILLISECONDS.sleep(20);
        assertThat(ledger.received(feed)).isEmpty();
      }
    }

    await().until(() -> ledger.received(feed), List.of("slow.xml")::equals);
    assertThat(ledger.rows(feed).get(0).get("parts")).asString().contains("\"size\": 600");
  }

  @Test
  void aFileWaitsForItsDoneFile() {
    server.put("jobs.xml", "<jobs/>");
    routes.add(
        Feeds.PARTNER,
        Feeds.sftp(feed, source(server.hostKey(), Optional.of("${file}.done"), After.MOVE)));
    await().until(() -> ledger.succeeded(feed));
    await().during(Duration.ofSeconds(1)).until(() -> ledger.received(feed).isEmpty());

    server.put("jobs.xml.done", "");

    await().until(() -> ledger.received(feed), List.of("jobs.xml")::equals);
    await().until(() -> server.files().size() == 1);
  }

  @Test
  void aKeyLogsInWithoutAPassword() throws Exception {
    KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    server.lets(key.getPublic());
    server.put("jobs.xml", "<jobs/>");
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, text);
    SftpSource byPassword = source(After.MOVE);
    routes.add(
        Feeds.PARTNER,
        Feeds.sftp(
            feed,
            new SftpSource(
                byPassword.host(),
                byPassword.port(),
                byPassword.hostKey(),
                byPassword.user(),
                Optional.empty(),
                Optional.of(new Secret("KEY", text.toString(StandardCharsets.UTF_8))),
                byPassword.directory(),
                byPassword.files(),
                byPassword.settle(),
                byPassword.doneFile(),
                byPassword.after(),
                Sources.SFTP_OPTIONS)));

    await().until(() -> ledger.received(feed), List.of("jobs.xml")::equals);
    assertThat(server.passwordsAsked()).isZero();
  }

  @Test
  void aServerWithAnotherHostKeyGetsNothingOfUs() throws Exception {
    KeyPair another = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    server.put("jobs.xml", "<jobs/>");

    routes.add(
        Feeds.PARTNER,
        Feeds.sftp(
            feed,
            source(PublicKeyEntry.toString(another.getPublic()), Optional.empty(), After.MOVE)));

    await().until(() -> ledger.failure(feed).toLowerCase(Locale.ROOT).contains("host"));
    assertThat(ledger.failure(feed)).containsIgnoringCase("hostkey");
    assertThat(server.passwordsAsked()).isZero();
    assertThat(ledger.rows(feed)).isEmpty();
  }

  @Test
  void aListingThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret.xml"), "<secret/>");
    Path inner = Files.createDirectories(server.folder().resolve("sub"));
    Files.writeString(inner.resolve("inner.xml"), "<inner/>");
    server.put("bait.xml", "<bait/>");
    server.put("good.xml", "<good/>");
    server.shows(name -> name.equals("bait.xml") ? "x/../sub/inner.xml" : name);

    add(After.DELETE);

    await().until(() -> ledger.received(feed), List.of("good.xml")::equals);
    await().until(() -> ledger.refusals(feed).size() == 1);
    assertThat(ledger.refusals(feed).get(0)).contains("x/../sub/inner.xml");
    assertThat(inner.resolve("inner.xml")).exists();
    assertThat(secret).exists();
    assertThat(server.folder().resolve("bait.xml")).exists();
  }

  @Test
  void aDeadServerHoldsUpNeitherTheStartNorTheOthers() throws IOException {
    String dead = feed + "-dead";
    SftpSource there = source(After.MOVE);
    // Takes the connection and never says a word: it ends by its timeout only.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      routes.add(
          Feeds.PARTNER,
          Feeds.sftp(
              dead,
              new SftpSource(
                  "127.0.0.1",
                  silent.getLocalPort(),
                  there.hostKey(),
                  there.user(),
                  there.password(),
                  there.privateKey(),
                  there.directory(),
                  there.files(),
                  there.settle(),
                  there.doneFile(),
                  there.after(),
                  Sources.SFTP_OPTIONS)));
      assertThat(ledger.failure(dead)).as("nobody waited for the dead one").isEmpty();

      server.put("jobs.xml", "<jobs/>");
      add(After.MOVE);

      await().until(() -> ledger.received(feed), List.of("jobs.xml")::equals);
      await().atMost(Duration.ofSeconds(30)).until(() -> !ledger.failure(dead).isEmpty());
    }
  }

  @Test
  void aServerThatComesBackIsFetchedAgain() throws Exception {
    server.put("a.xml", "A");
    add(After.MOVE);
    await().until(() -> ledger.received(feed).size() == 1);

    int port = server.port();
    server.close();
    await().until(() -> !ledger.failure(feed).isEmpty());
    server = server.again(port);
    server.put("b.xml", "B");

    await().atMost(Duration.ofSeconds(30)).until(() -> ledger.received(feed).size() == 2);
    await().until(() -> ledger.failure(feed).isEmpty());
  }

  @Test
  void aRouteThatCannotBeBuiltIsReportedAndLeavesNothingBehind() {
    SftpSource there = source(After.MOVE);
    SftpSource bad =
        new SftpSource(
            there.host(),
            there.port(),
            there.hostKey(),
            there.user(),
            there.password(),
            there.privateKey(),
            "{{no.such.property}}",
            there.files(),
            there.settle(),
            there.doneFile(),
            there.after(),
            Sources.SFTP_OPTIONS);

    routes.add(Feeds.PARTNER, Feeds.sftp(feed, bad));

    assertThat(ledger.failure(feed)).contains("cannot be built");
    server.put("jobs.xml", "<jobs/>");
    add(After.MOVE);
    await().until(() -> ledger.received(feed), List.of("jobs.xml")::equals);
  }

  private void add(After after) {
    routes.add(Feeds.PARTNER, Feeds.sftp(feed, source(after)));
  }

  private SftpSource source(After after) {
    return source(server.hostKey(), Optional.empty(), after);
  }

  private SftpSource source(String hostKey, Optional<String> doneFile, After after) {
    return source(hostKey, new Secret("PASSWORD", SftpPartner.PASSWORD), doneFile, after);
  }

  private SftpSource source(
      String hostKey, Secret password, Optional<String> doneFile, After after) {
    return new SftpSource(
        "localhost",
        server.port(),
        hostKey,
        "norrhub",
        Optional.of(password),
        Optional.empty(),
        "/",
        "*.xml",
        Duration.ofSeconds(10),
        doneFile,
        after,
        Sources.SFTP_OPTIONS);
  }
}
