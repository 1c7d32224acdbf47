package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import norrhub.FreePort;
import norrhub.TestDatabase;
import norrhub.sandbox.SftpStandIn;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A hub whose data folder's disk is full loses nothing, and goes on when there is room again. */
class FullDiskTest {
  private static final int VACANCIES = 8_000;

  @TempDir Path folder;
  private final int broker = FreePort.next();
  private String database = "";
  private JdbcTemplate db = new JdbcTemplate();
  private Path home = Path.of("");
  private Path drop = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    database = TestDatabase.url();
    db = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
    home = HubProcess.home(folder);
    drop = Files.createDirectories(folder.resolve("drop"));
  }

  @Test
  void eventsGoOnWithoutARestartThoughTheBrokerFailedOfTheFullDisk() throws Exception {
    try (var disk = new SmallDisk(home.resolve("data"), 140);
        var partner = new SftpStandIn(drop, folder.resolve("keys"), "partner", 0);
        var hub = hub(partner, "--norrhub.disk.stop-below=0B", "--norrhub.disk.warn-below=0B")) {
      Files.writeString(drop.resolve("one.csv"), Tables.table(0, VACANCIES));
      await().atMost(Duration.ofSeconds(60)).until(() -> count("select max(sent) from relay") > 0);
      disk.fill();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> hub.managed("health").body().contains("gets no events"));

      // What comes now cannot be kept: it stays with its partner, and nothing half of it here.
      Files.writeString(drop.resolve("two.csv"), Tables.table(0, VACANCIES + 1));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  count("select count(*) from feed_state where failure like '%No space left%'")
                      > 0);
      assertThat(drop.resolve("two.csv")).exists();
      assertThat(files(home.resolve("data/archive/arriving"))).isEmpty();

      disk.free();
      await().atMost(Duration.ofSeconds(120)).until(() -> events().size() == VACANCIES + 1);
      assertThat(drop.resolve("two.csv")).doesNotExist();
      assertThat(hub.isAlive()).isTrue();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !hub.managed("health").body().contains("gets no events"));
      assertThat(hub.log())
          .filteredOn(line -> line.contains("cannot be fetched"))
          .as("one line about the feed")
          .hasSize(1);
    }
  }

  @Test
  void withTooLittleRoomTheHubStopsPollingAlsoAfterARestartAndGoesOnByItself() throws Exception {
    try (var disk = new SmallDisk(home.resolve("data"), 80);
        var partner = new SftpStandIn(drop, folder.resolve("keys"), "partner", 0);
        var hub = hub(partner, "--norrhub.disk.warn-below=79MB")) {
      Files.writeString(drop.resolve("one.csv"), Tables.table(0, 3));
      await().atMost(Duration.ofSeconds(60)).until(() -> events().size() == 3);
      assertThat(hub.managed("health").body()).contains("norrhub.disk.warn-below");
      assertThat(hub.managed("health").statusCode()).isEqualTo(200);

      disk.fill();
      Files.writeString(drop.resolve("two.csv"), Tables.table(0, 5));
      await().atMost(Duration.ofSeconds(10)).until(() -> hub.managed("health").statusCode() == 503);
      // Longer than the feed's interval.
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(10))
          .until(() -> Files.exists(drop.resolve("two.csv")));
      assertThat(hub.managed("health").body())
          .contains("\"disk\":{\"status\":\"OUT_OF_SERVICE\"", "norrhub.disk.stop-below");
      assertThat(hub.managed("health/readiness").statusCode()).isEqualTo(200);
      assertThat(hub.managed("status").body()).contains("\"health\":\"BACKING_OFF\"", "0 MB left");
      assertThat(hub.feedAnswer("campaign.json").statusCode()).isEqualTo(200);
      assertThat(drop.resolve("two.csv")).exists();
      assertThat(count("select count(*) from feed_state where failing_since is not null")).isZero();

      assertThat(hub.log())
          .filteredOn(line -> line.contains("DiskWatch") && line.contains("nothing is polled"))
          .as("one line in the log")
          .hasSize(1);

      hub.kill();
      try (var again = hub(partner, "--norrhub.disk.warn-below=79MB")) {
        await()
            .during(Duration.ofSeconds(3))
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    Files.exists(drop.resolve("two.csv"))
                        && again.managed("health").statusCode() == 503);
        disk.free();
        await().atMost(Duration.ofSeconds(60)).until(() -> events().size() == 5);
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> again.managed("health").statusCode() == 200);
        assertThat(drop.resolve("two.csv")).doesNotExist();
      }
    }
  }

  private HubProcess hub(SftpStandIn partner, String... more) throws Exception {
    Files.writeString(
        home.resolve("config/partners/gruvbolaget.yaml"),
        Tables.partner(partner, "gruv-jobs", "/"));
    List<String> settings =
        new ArrayList<>(
            List.of(
                Tables.password(),
                "--norrhub.broker.acceptor.port=" + broker,
                "--norrhub.broker.acceptor.user=matching",
                "--norrhub.broker.acceptor.password=matching"));
    settings.addAll(List.of(more));
    return new HubProcess(home, database, settings).awaitUp();
  }

  private final Set<String> received = new TreeSet<>();

  /** Subjects of all events so far: takes those that are there. */
  private Set<String> events() throws Exception {
    try (var factory = new ActiveMQJMSConnectionFactory("tcp://127.0.0.1:" + broker);
        Connection connection = factory.createConnection("matching", "matching")) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageConsumer queue =
          session.createConsumer(session.createQueue("norrhub.matching::matching"));
      connection.start();
      for (Message event = queue.receive(500); event != null; event = queue.receive(300)) {
        received.add(event.getStringProperty("JMSXGroupID"));
      }
    } catch (jakarta.jms.JMSException e) {
      return received; // the broker is not up
    }
    return received;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private long count(String sql) {
    Long count = db.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }
}
