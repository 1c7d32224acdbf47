package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import norrhub.TestDatabase;
import norrhub.sandbox.FtpsStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two partners whose transports are route files, one that drops files and one that pushes. */
class OwnRoutesTest {
  private static final String KEY = "a-key-of-the-partner-0123456789";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void filesOnAnFtpsServerAndPushedJsonAreReceivedAppliedAndPublished() throws Exception {
    String database = TestDatabase.url();
    var db = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
    Path home = HubProcess.home(folder);
    Path drop = Files.createDirectories(folder.resolve("drop"));
    try (var right = new FtpsStandIn(drop, folder.resolve("keys"), "localhost", 0);
        var wrong =
            new FtpsStandIn(folder.resolve("other"), folder.resolve("o"), "elsewhere.example", 0)) {
      partner(home, "files", ftps("files", right));
      partner(home, "impostor", ftps("impostor", wrong));
      partner(home, "pushed", PUSHED);
      Files.writeString(drop.resolve("1.csv"), Tables.table(0, 3));
      Files.writeString(drop.resolve("a;b.csv"), Tables.table(0, 1));
      List<String> settings =
          List.of(
              "--PARTNER_PASSWORD=" + FtpsStandIn.PASSWORD,
              "--PUSH_KEY=" + KEY,
              "--norrhub.limits.push=20KB",
              bundle("files", right),
              bundle("impostor", wrong));
      try (HubProcess hub = new HubProcess(home, database, settings).awaitUp()) {
        assertThat(post(hub, "pushed-jobs", KEY, posting("Truckförare")).statusCode())
            .isEqualTo(202);
        eventually(() -> hub.feed("campaign.json").contains("Bergarbetare 2"));
        eventually(() -> hub.feed("campaign.json").contains("Truckförare"));
        assertThat(drop.resolve("1.csv")).doesNotExist();
        assertThat(drop.resolve(".done/1.csv")).exists();

        assertThat(post(hub, "pushed-jobs", KEY, posting("Geolog")).body())
            .isEqualTo("{\"received\":\"new\"}");
        eventually(() -> hub.feed("campaign.json").contains("Geolog"));

        assertThat(post(hub, "pushed-jobs", "no-key-of-the-partner-0123456789", "{}").statusCode())
            .isEqualTo(401);
        assertThat(post(hub, "files-jobs", KEY, "{}").statusCode()).isEqualTo(401);
        assertThat(post(hub, "nobody", KEY, "{}").statusCode()).isEqualTo(401);
        assertThat(post(hub, "pushed-jobs", KEY, "{\"jobs\": \"none\"}").body())
            .contains("member jobs is a list");
        assertThat(post(hub, "pushed-jobs", KEY, "{\"jobs\": [").statusCode()).isEqualTo(400);
        assertThat(post(hub, "pushed-jobs", KEY, "").statusCode()).isEqualTo(400);
        assertThat(post(hub, "pushed-jobs", KEY, " ".repeat(30_000)).statusCode()).isEqualTo(413);
        assertThat(count(db, "select count(*) from delivery where feed = 'pushed-jobs'"))
            .as("what was not received is no delivery")
            .isEqualTo(2);

        eventually(() -> failure(db, "impostor-jobs").contains("elsewhere.example"));
        assertThat(count(db, "select count(*) from delivery where feed = 'impostor-jobs'"))
            .isZero();
        assertThat(hub.command("status")).contains("files-jobs", "pushed-jobs");
        assertThat(drop.resolve("a;b.csv")).exists();
        assertThat(hub.log()).filteredOn(line -> line.contains("is not plain: a;b.csv")).hasSize(1);
        assertThat(hub.log()).noneMatch(line -> line.contains(KEY));
        assertThat(hub.log()).noneMatch(line -> line.contains(FtpsStandIn.PASSWORD));
      }
    }
  }

  private static final String PUSHED =
      """
      name: Skjutbolaget
      boards: all
      feeds:
        - id: pushed-jobs
          format: lever
          speaksFor: feed
          camel:
            template: webhook
            keys: ["${PUSH_KEY}"]
      """;

  private static String ftps(String id, FtpsStandIn server) {
    return """
        name: Gruvbolaget
        boards: all
        feeds:
          - id: %1$s-jobs
            format: csv-vacancies
            speaksFor: feed
            camel:
              template: ftps-files
              parameters: { host: localhost, port: %2$d, user: %3$s }
              secrets: { password: "${PARTNER_PASSWORD}" }
              trust: %1$s
        """
        .formatted(id, server.port(), FtpsStandIn.USER);
  }

  private static String bundle(String name, FtpsStandIn server) {
    return "--spring.ssl.bundle.pem.%s.truststore.certificate=%s"
        .formatted(name, server.certificate().toUri());
  }

  private static void partner(Path home, String id, String content) throws Exception {
    Files.writeString(home.resolve("config/partners/" + id + ".yaml"), content);
  }

  private static String posting(String title) {
    return """
        {"jobs": [{"id": "a24ec4e5-5caa-473d-abd4-%012d", "text": "%s",
          "categories": {"location": "Kiruna"}, "country": "SE",
          "descriptionBody": "<div>Malmen ska fram.</div>",
          "hostedUrl": "https://jobs.eu.lever.example/nordmalm/1",
          "applyUrl": "https://jobs.eu.lever.example/nordmalm/1/apply"}]}
        """
        .formatted(title.length(), title);
  }

  private static HttpResponse<String> post(HubProcess hub, String feed, String key, String body)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.webPort() + "/push/" + feed))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String failure(JdbcTemplate db, String feed) {
    return String.join(
        "",
        db.queryForList(
            "select coalesce(failure, '') from feed_state where feed = ?", String.class, feed));
  }

  private static void eventually(java.util.concurrent.Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300)).until(condition);
  }

  private static long count(JdbcTemplate db, String sql) {
    Long count = db.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }
}
