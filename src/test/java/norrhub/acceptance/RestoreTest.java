package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import norrhub.TestDatabase;
import norrhub.sandbox.SftpStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A hub that is restored from a backup, taken while it ran as src/docs/backup.md says: the
 * database, then the archive.
 */
class RestoreTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aRestoredHubGoesOnWithTheSameIdsVersionsBoardsAndCursors() throws Exception {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    Path archive = folder.resolve("backup/archive");
    String lost = TestDatabase.url();
    String restored = TestDatabase.url();
    try (var partner = new SftpStandIn(drop, folder.resolve("keys"), "partner", 0)) {
      Path home = home("old", partner);
      String document;
      JsonNode later;
      DatabaseBackup backup;
      try (var hub = new HubProcess(home, lost, List.of(Tables.password())).awaitUp()) {
        Files.writeString(drop.resolve("one.csv"), Tables.table(0, 5));
        awaitShown(hub, 4);
        await().until(() -> sent(lost) == 5);
        document = hub.feed("campaign.json");

        backup = DatabaseBackup.of(lost);
        copy(home.resolve("data/archive"), archive);

        Files.writeString(drop.resolve("two.csv"), Tables.table(0, 7));
        awaitShown(hub, 6);
        later = JSON.readTree(hub.feed("campaign.json"));
      }

      Path again = home("new", partner);
      copy(archive, again.resolve("data/archive"));
      backup.restore(restored);
      try (var hub = new HubProcess(again, restored, List.of(Tables.password())).awaitUp()) {
        awaitShown(hub, 4);
        assertThat(hub.feed("campaign.json")).isEqualTo(document);
        assertThat(sent(restored)).as("what was sent is not sent again").isEqualTo(5);
        String cursor = JSON.readTree(document).get("cursor").asText();
        assertThat(changes(hub, cursor)).isEmpty();
        assertThat(
                hub.feedAnswer("campaign/changes?after=" + later.get("cursor").asText())
                    .statusCode())
            .as("a cursor of the time that is lost")
            .isEqualTo(410);

        // The next list heals what came after the backup; each vacancy has the id that it had.
        Files.writeString(drop.resolve("three.csv"), Tables.table(0, 8));
        awaitShown(hub, 7);
        assertThat(changes(hub, cursor)).hasSize(3);
        assertThat(ids(JSON.readTree(hub.feed("campaign.json")))).containsAllEntriesOf(ids(later));
        assertThat(hub.command("status")).contains("gruv-jobs").endsWith("(exit code 0)");
      }
    }
  }

  private Path home(String name, SftpStandIn partner) throws IOException {
    Path home = HubProcess.home(Files.createDirectories(folder.resolve(name)));
    Files.writeString(
        home.resolve("config/partners/gruvbolaget.yaml"),
        Tables.partner(partner, "gruv-jobs", "/"));
    return home;
  }

  private static void awaitShown(HubProcess hub, int vacancy) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> hub.feed("campaign.json").contains("Bergarbetare " + vacancy + "\""));
  }

  private static long sent(String database) {
    return JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""))
        .sql("select coalesce(max(sent), 0) from relay")
        .query(Long.class)
        .single();
  }

  private static JsonNode changes(HubProcess hub, String after) throws IOException {
    return JSON.readTree(hub.feed("campaign/changes?after=" + after)).get("changes");
  }

  private static Map<String, String> ids(JsonNode document) {
    Map<String, String> ids = new TreeMap<>();
    document.get("vacancies").forEach(v -> ids.put(v.get("title").asText(), v.get("id").asText()));
    return ids;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
