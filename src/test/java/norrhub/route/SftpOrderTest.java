package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import norrhub.config.Secret;
import norrhub.delivery.Blocker;
import norrhub.delivery.Blockers;
import norrhub.delivery.Skips;
import norrhub.delivery.feed.Folders;
import norrhub.delivery.feed.Gaps;
import norrhub.partner.After;
import norrhub.partner.SftpSource;
import norrhub.partner.Sources;
import norrhub.partner.SpeaksFor;
import norrhub.partner.Transport;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files are received in the order in which the partner wrote them, whatever goes wrong. */
@RouteTest
class SftpOrderTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Instant WRITTEN = Instant.parse("2026-11-20T08:00:00Z");

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired Blockers blockers;
  @Autowired Skips skips;
  @Autowired Gaps gaps;
  @Autowired Folders folders;
  @Autowired JdbcClient db;
  @TempDir Path temp;

  private final String feed = "order-" + COUNT.incrementAndGet();
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
  void whatCameLaterWaitsForAFileWhoseOpeningIsRefusedOnce() throws IOException {
    AtomicBoolean refused = new AtomicBoolean();
    server.closes(name -> name.equals("1.xml") && !refused.getAndSet(true));
    put("1.xml", 0);
    put("2.xml", 1);
    put("3.xml", 2);

    add(SpeaksFor.FEED, After.MOVE);

    await().until(() -> ledger.received(feed).size() == 3);
    assertThat(ledger.received(feed)).containsExactly("1.xml", "2.xml", "3.xml");
    assertThat(refused).isTrue();
    await().until(() -> ledger.failure(feed).isEmpty());
    assertThat(blockers.of(feed)).isEmpty();
  }

  @Test
  void filesOfOneSecondAreTakenInTheOrderOfTheirNames() throws IOException {
    List<String> names = new ArrayList<>();
    for (int n = 10; n >= 1; n--) {
      put("jobs-" + n + ".xml", 0);
      names.add(0, "jobs-" + n + ".xml");
    }

    add(SpeaksFor.CHANGES, After.MOVE);

    await().until(() -> ledger.received(feed).size() == 10);
    assertThat(ledger.received(feed)).isEqualTo(names);
  }

  @Test
  void aFileThatNeverOpensIsRejectedAfterADayAndTheFeedGoesOn() throws IOException {
    server.closes("1.xml"::equals);
    put("1.xml", 0);
    put("2.xml", 1);
    add(SpeaksFor.FEED, After.MOVE);
    await().until(() -> ledger.failure(feed).contains("1.xml cannot be read"));
    assertThat(ledger.failure(feed))
        .containsIgnoringCase("permission denied")
        .contains("what came later waits", "norrhub skip " + feed + " '1.xml' --why");
    assertThat(ledger.received(feed)).isEmpty();

    aDayPasses();

    await().until(() -> ledger.received(feed), List.of("2.xml")::equals);
    assertThat(ledger.refusals(feed)).singleElement().asString().contains("1.xml is rejected");
    await().until(() -> ledger.failure(feed).isEmpty());
    assertThat(server.folder().resolve("1.xml")).exists();
    // It is skipped from now on, until it is another one.
    int tries = server.opened("1.xml");
    server.closes(name -> false);
    await().during(Duration.ofSeconds(1)).until(() -> server.opened("1.xml") == tries);
    put("1.xml", 7);
    await().until(() -> ledger.received(feed), List.of("2.xml", "1.xml")::equals);
  }

  @Test
  void aFileThatNeverOpensIsRejectedAfterEightFailures() throws IOException {
    server.closes("1.xml"::equals);
    put("1.xml", 0);
    put("2.xml", 1);
    add(SpeaksFor.FEED, After.MOVE);
    await().until(() -> ledger.tries(feed) >= 1);
    db.sql("update feed_blocker set tries = 7 where feed = :feed").param("feed", feed).update();

    await().until(() -> ledger.received(feed), List.of("2.xml")::equals);
    assertThat(ledger.refusals(feed)).singleElement().asString().contains("1.xml is rejected");
  }

  @Test
  void anAdminHasItSkippedAtOnceAndAFeedOfChangesStaysFailingUntilSomebodyConfirms()
      throws IOException {
    server.closes("1.xml"::equals);
    put("1.xml", 0);
    put("2.xml", 1);
    add(SpeaksFor.CHANGES, After.MOVE);
    await().until(() -> !blockers.of(feed).isEmpty());
    Blocker blocker = blockers.of(feed).get(0);

    skips.skip(blocker, Feeds.PARTNER.id(), Transport.SFTP, "the partner sends it again");

    await().until(() -> ledger.received(feed), List.of("2.xml")::equals);
    assertThat(ledger.refusals(feed))
        .singleElement()
        .asString()
        .contains("the partner sends it again");
    await().until(() -> ledger.failure(feed).contains("norrhub confirm " + feed));
    await()
        .during(Duration.ofSeconds(1))
        .until(() -> ledger.failure(feed).contains("norrhub confirm " + feed));

    assertThat(gaps.confirm(feed, "sent again as 3.xml")).hasSize(1);
    await().until(() -> ledger.failure(feed).isEmpty());
  }

  @Test
  void whereEachNameIsAListOfItsOwnTheOthersGoOn() throws IOException {
    server.closes("1.xml"::equals);
    put("1.xml", 0);
    put("2.xml", 1);

    add(SpeaksFor.FILE, After.MOVE);

    await().until(() -> ledger.received(feed), List.of("2.xml")::equals);
    await().until(() -> ledger.failure(feed).contains("1.xml cannot be read"));
    assertThat(ledger.failure(feed)).doesNotContain("later waits");
  }

  @Test
  void whatCameLaterWaitsForAFileThatIsStillBeingWritten() throws Exception {
    add(SpeaksFor.FEED, After.LEAVE);
    await().until(() -> ledger.succeeded(feed));
    put("2.xml", 1);
    for (int i = 0; i < 8; i++) {
      // Its time says that it was written before the other.
      Files.setLastModifiedTime(server.put("1.xml", "x".repeat(i + 1)), FileTime.from(WRITTEN));
      Thread.sleep(150);
    }

    await().until(() -> ledger.received(feed).size() == 2);
    assertThat(ledger.received(feed)).containsExactly("1.xml", "2.xml");
  }

  @Test
  void filesThatCannotBeMovedAreFetchedOnceAndHoldUpNothing() throws IOException {
    server.isReadOnly(true);
    for (int n = 1; n <= 25; n++) {
      put("old-" + n + ".xml", n);
    }
    add(SpeaksFor.FEED, After.MOVE);
    await().until(() -> ledger.received(feed).size() == 25);

    put("new.xml", 100);

    await().until(() -> ledger.received(feed).contains("new.xml"));
    await()
        .until(
            () ->
                ledger
                    .failure(feed)
                    .startsWith(
                        "what is in the archive cannot be moved to /.done, old-1.xml first of all: "));
    assertThat(ledger.failure(feed))
        .containsIgnoringCase("permission denied")
        .contains("the account norrhub", "`after: leave`");
    await().during(Duration.ofSeconds(1)).until(() -> ledger.received(feed).size() == 26);
    for (int n = 1; n <= 25; n++) {
      assertThat(server.opened("old-" + n + ".xml")).isEqualTo(1);
    }

    server.isReadOnly(false);

    await()
        .untilAsserted(
            () ->
                assertThat(server.files())
                    .isNotEmpty()
                    .allMatch(file -> file.startsWith(".done/")));
    await().until(() -> ledger.failure(feed).isEmpty());
    assertThat(ledger.received(feed)).hasSize(26);
    assertThat(server.opened("old-1.xml")).isEqualTo(1);
  }

  @Test
  void afterARestartAFileThatCouldNotBeDeletedIsOnlyDeleted() throws IOException {
    server.isReadOnly(true);
    put("jobs.xml", 0);
    add(SpeaksFor.FEED, After.DELETE);
    await().until(() -> ledger.failure(feed).contains("cannot be deleted"));

    routes.remove(feed);
    server.isReadOnly(false);
    add(SpeaksFor.FEED, After.DELETE);

    await().until(() -> server.files().isEmpty());
    assertThat(server.opened("jobs.xml")).isEqualTo(1);
    await().until(() -> ledger.failure(feed).isEmpty());
  }

  @Test
  void aDirectoryIsAbsoluteOrCountsFromTheLogin() throws IOException {
    server.logsInto("/home/kraft");
    put("home/kraft/out/relative.xml", 0);
    Files.createDirectories(server.folder().resolve("out"));
    put("out/absolute.xml", 0);

    add(SpeaksFor.FEED, After.MOVE, "/out");
    await().until(() -> ledger.received(feed), List.of("absolute.xml")::equals);
    await().until(() -> server.files().stream().anyMatch(f -> f.startsWith("out/.done/")));

    routes.remove(feed);
    add(SpeaksFor.FEED, After.MOVE, "out/");
    await().until(() -> ledger.received(feed).contains("relative.xml"));
    await()
        .until(() -> server.files().stream().anyMatch(f -> f.startsWith("home/kraft/out/.done/")));
    await().until(() -> ledger.failure(feed).isEmpty());
  }

  @Test
  void theLoginFolderItselfIsADot() throws IOException {
    server.logsInto("/home/kraft");
    put("home/kraft/jobs.xml", 0);

    add(SpeaksFor.FEED, After.MOVE, ".");

    await().until(() -> ledger.received(feed), List.of("jobs.xml")::equals);
    await()
        .untilAsserted(
            () ->
                assertThat(server.files())
                    .isNotEmpty()
                    .allMatch(f -> f.startsWith("home/kraft/.done/")));
  }

  @Test
  void theRootOfAWholeServerIsNotPolledAndNoFolderIsMadeInIt() throws IOException {
    server.logsInto("/home/kraft");
    put("home/kraft/jobs.xml", 0);
    put("vmlinuz.xml", 0);

    add(SpeaksFor.FEED, After.MOVE, "/");

    await().until(() -> ledger.failure(feed).contains("`directory: /`"));
    assertThat(ledger.failure(feed)).contains("/home/kraft", "`directory: .`");
    assertThat(ledger.rows(feed)).isEmpty();
    assertThat(server.files()).containsExactlyInAnyOrder("home/kraft/jobs.xml", "vmlinuz.xml");
    assertThat(server.folder().resolve(".done")).doesNotExist();
  }

  @Test
  void aDirectoryThatIsNotThereIsNamedWhole() {
    server.logsInto("/home/kraft");

    add(SpeaksFor.FEED, After.MOVE, "ut");

    await().until(() -> ledger.failure(feed).contains("/home/kraft/ut"));
  }

  @Test
  void filesOfOtherNamesAreCountedAndShown() throws IOException {
    put("jobs.xml", 0);
    put("jobs.XLSX", 0);
    put("readme.txt", 0);

    add(SpeaksFor.FEED, After.MOVE);

    await().until(() -> folders.all().containsKey(feed));
    await().until(() -> folders.all().get(feed).resting() == 0);
    assertThat(folders.all().get(feed).unmatched()).isEqualTo(2);
    assertThat(folders.all().get(feed).unmatchedNames())
        .containsExactlyInAnyOrder("jobs.XLSX", "readme.txt");
  }

  private void aDayPasses() {
    db.sql("update feed_blocker set since = since - interval '1 day' where feed = :feed")
        .param("feed", feed)
        .update();
  }

  /** A file that was written so many seconds after eight o'clock. */
  private void put(String name, int second) throws IOException {
    Path hidden = Files.writeString(temp.resolve("upload"), name);
    Files.setLastModifiedTime(hidden, FileTime.from(WRITTEN.plusSeconds(second)));
    Path target = server.folder().resolve(name);
    Files.createDirectories(target.getParent());
    Files.move(hidden, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private void add(SpeaksFor speaksFor, After after) {
    add(speaksFor, after, "/");
  }

  private void add(SpeaksFor speaksFor, After after, String directory) {
    SftpSource source =
        new SftpSource(
            "localhost",
            server.port(),
            server.hostKey(),
            "norrhub",
            Optional.of(new Secret("PASSWORD", SftpPartner.PASSWORD)),
            Optional.empty(),
            directory,
            "*.xml",
            Duration.ofSeconds(10),
            Optional.empty(),
            after,
            Sources.SFTP_OPTIONS);
    routes.add(Feeds.PARTNER, Feeds.sftp(feed, speaksFor, source));
  }
}
