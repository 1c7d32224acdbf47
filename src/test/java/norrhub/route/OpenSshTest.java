package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import norrhub.config.Secret;
import norrhub.partner.After;
import norrhub.partner.Feed;
import norrhub.partner.SftpSource;
import norrhub.partner.Sources;
import norrhub.poll.ConnectionTests;
import norrhub.poll.ProbeSteps;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Directories on the server that most partners have, where the machine has one. */
@RouteTest
class OpenSshTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired ConnectionTests tests;
  @Autowired JdbcClient db;
  @TempDir Path temp;

  private final String feed = "openssh-" + COUNT.incrementAndGet();
  private Path login;
  private OpenSsh server;
  private Ledger ledger;

  @BeforeEach
  void startServer() throws Exception {
    assumeThat(OpenSsh.isInstalled()).as("this machine has no OpenSSH server").isTrue();
    login = Files.createDirectories(temp.toRealPath().resolve("home"));
    server = new OpenSsh(temp, login);
    ledger = new Ledger(db);
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      camel.getRouteController().stopRoute("feed-" + feed);
      server.close();
    }
  }

  @Test
  void anAbsoluteDirectoryIsPolledWhereItIs() throws Exception {
    Path out = Files.createDirectories(temp.toRealPath().resolve("srv/out"));
    Files.writeString(out.resolve("jobs.xml"), "<jobs/>");

    routes.add(Feeds.PARTNER, feed(out.toString()));

    await().until(() -> ledger.received(feed), List.of("jobs.xml")::equals);
    await()
        .untilAsserted(
            () -> assertThat(files(out)).isNotEmpty().allMatch(f -> f.startsWith(".done/")));
    assertThat(files(login)).isEmpty();
    await().until(() -> ledger.failure(feed).isEmpty());
  }

  @Test
  void aRelativeOneCountsFromTheLogin() throws Exception {
    Path out = Files.createDirectories(login.resolve("out"));
    Files.writeString(out.resolve("jobs.xml"), "<jobs/>");

    routes.add(Feeds.PARTNER, feed("out"));

    await().until(() -> ledger.received(feed), List.of("jobs.xml")::equals);
    await()
        .untilAsserted(
            () -> assertThat(files(out)).isNotEmpty().allMatch(f -> f.startsWith(".done/")));
  }

  @Test
  void theRootOfTheServerIsNotPolledAndATrialSaysWhy() throws Exception {
    Files.writeString(login.resolve("jobs.xml"), "<jobs/>");

    routes.add(Feeds.PARTNER, feed("/"));

    await().until(() -> ledger.failure(feed).contains(login.toString()));
    assertThat(files(login)).containsExactly("jobs.xml");
    assertThat(Path.of("/.done")).doesNotExist();
    assertThat(tried("/")).anyMatch(step -> step.contains("`directory: .`"));
  }

  @Test
  void aTrialNamesTheWholePath() throws Exception {
    Files.createDirectories(login.resolve("out"));

    assertThat(tried("out"))
        .contains("listed %s/out: 0 files, 0 of them named *.xml".formatted(login));
    assertThat(tried("ut"))
        .anyMatch(
            step ->
                step.startsWith("the directory %s/ut cannot be opened: ".formatted(login))
                    && step.contains("No such file"));
  }

  private List<String> tried(String directory) throws Exception {
    ProbeSteps steps = new ProbeSteps();
    tests.fetch(Feeds.PARTNER, feed(directory), temp, steps);
    return steps.all().stream().map(ProbeSteps.Step::text).toList();
  }

  private Feed feed(String directory) throws Exception {
    return Feeds.sftp(
        feed,
        new SftpSource(
            "127.0.0.1",
            server.port(),
            server.hostKey(),
            server.user(),
            Optional.empty(),
            Optional.of(new Secret("KEY", server.clientKey())),
            directory,
            "*.xml",
            Duration.ofSeconds(10),
            Optional.empty(),
            After.MOVE,
            Sources.SFTP_OPTIONS));
  }

  private static List<String> files(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).toList();
    }
  }
}
