package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import norrhub.sandbox.SftpStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub whose database goes away says so, serves its documents, and goes on when it is back. */
class DatabaseDownTest {
  private static final Duration AT_ONCE = Duration.ofMillis(2_500);

  @TempDir Path folder;

  @Test
  void aHubWaitsForItsDatabaseServesDocumentsAndGoesOnByItself() throws Exception {
    Path home = HubProcess.home(folder);
    Path drop = Files.createDirectories(folder.resolve("drop"));
    try (var database = new OwnPostgres(folder);
        var partner = new SftpStandIn(drop, folder.resolve("keys"), "partner", 0)) {
      Files.writeString(
          home.resolve("config/partners/gruvbolaget.yaml"),
          Tables.partner(partner, "gruv-jobs", "/"));
      Files.writeString(drop.resolve("one.csv"), Tables.table(0, 5));
      try (var hub = new HubProcess(home, database.url(), List.of(Tables.password())).awaitUp()) {
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> hub.feed("campaign.json").contains("Bergarbetare 4"));
        String document = hub.feed("campaign.json");

        database.pause();
        assertDown(hub, document);
        database.goOn();
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> hub.managed("health").statusCode() == 200);

        database.stop();
        assertDown(hub, document);
        assertThat(hub.command("status"))
            .contains("The database has not answered since")
            .endsWith("(exit code 1)");
        Files.writeString(drop.resolve("two.csv"), Tables.table(0, 6));
        // Longer than the feed's interval and that of every job.
        await()
            .during(Duration.ofSeconds(3))
            .atMost(Duration.ofSeconds(10))
            .until(() -> Files.exists(drop.resolve("two.csv")) && isDown(hub));
        database.start();
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> hub.feed("campaign.json").contains("Bergarbetare 5"));
        assertThat(hub.managed("health").statusCode()).isEqualTo(200);
        assertThat(hub.feedAnswer("campaign/changes").statusCode()).isEqualTo(200);

        assertThat(hub.log()).filteredOn(line -> line.contains("does not answer")).hasSize(2);
        assertThat(hub.log()).filteredOn(line -> line.contains("answers again")).hasSize(2);
        assertThat(hub.log())
            .filteredOn(line -> line.matches("^\\s+at .*|.*Exception.*|.* (ERROR|WARN) .*"))
            // A poll may end between the end of the database and its discovery.
            .allMatch(
                line ->
                    line.contains("the database does not answer")
                        || line.contains("the lock of this poll is lost"));
      }
    }
  }

  private static void assertDown(HubProcess hub, String document) throws Exception {
    HttpResponse<String> health = quickly(hub, "health");
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("\"db\":{\"status\":\"DOWN\"");
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> hub.feedAnswer("campaign/changes").statusCode() == 503);
    assertThat(hub.feedAnswer("campaign/changes").body()).contains("database does not answer");
    assertThat(quickly(hub, "health/readiness").statusCode()).isEqualTo(503);
    assertThat(quickly(hub, "health/liveness").statusCode()).isEqualTo(200);
    assertThat(quickly(hub, "status").body()).contains("The database has not answered since");
    assertThat(hub.feedAnswer("campaign.json").statusCode()).isEqualTo(200);
    assertThat(hub.feed("campaign.json")).isEqualTo(document);
    // Long enough for every job and poll to run into it.
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> hub.log().stream().filter(line -> line.contains("does not answer")).count() > 0);
  }

  private static boolean isDown(HubProcess hub) throws Exception {
    return hub.managed("health").statusCode() == 503;
  }

  private static HttpResponse<String> quickly(HubProcess hub, String path) throws Exception {
    long before = System.nanoTime();
    HttpResponse<String> answer = hub.managed(path);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).as(path).isLessThan(AT_ONCE);
    return answer;
  }
}
