package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import norrhub.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole hubs whose folders are links, or are not what they should be. */
class NeedsFilesTest {
  @TempDir Path folder;

  @Test
  void foldersAndFilesMayBeLinksAndLinksToLinks() throws Exception {
    Path home = HubProcess.home(Files.createDirectories(folder.resolve("real")));
    Path routes = Files.createDirectories(folder.resolve("shared/routes"));
    try (var files = Files.list(Path.of("routes"))) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve("shared").resolve(file.getFileName());
        Files.copy(file, copy);
        Files.createSymbolicLink(routes.resolve(file.getFileName()), copy);
      }
    }
    Path linked = Files.createDirectories(folder.resolve("linked"));
    Files.createSymbolicLink(folder.resolve("once"), routes);
    Files.createSymbolicLink(linked.resolve("routes"), Path.of("../once"));
    Files.createSymbolicLink(linked.resolve("config"), home.resolve("config"));
    Files.createSymbolicLink(
        linked.resolve("data"), Files.createDirectories(folder.resolve("disk")));
    Files.createSymbolicLink(
        folder.resolve("disk/broker"), Files.createDirectories(folder.resolve("journal")));

    try (HubProcess hub = new HubProcess(linked, TestDatabase.emptyUrl(), List.of()).awaitUp()) {
      // Routes published the board, and the broker's journal is where its link leads.
      org.awaitility.Awaitility.await()
          .atMost(java.time.Duration.ofSeconds(30))
          .until(
              () ->
                  hub.feed("campaign.json").contains("\"vacancies\"")
                      && Files.exists(folder.resolve("journal/hub.lock")));
    }
  }

  @Test
  void aHubWithoutRoutesDoesNotStartAndSaysWhereItLooked() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(said("routes", empty)).contains("the folder " + empty, "is empty");
    Path nowhere = folder.resolve("nowhere");
    assertThat(said("routes", nowhere))
        .contains("there is no folder " + nowhere, "norrhub.home.routes");
    Path dangling = Files.createSymbolicLink(folder.resolve("link"), Path.of("gone"));
    assertThat(said("routes", dangling)).contains(dangling + " ", "is a link to gone");
  }

  @Test
  void aHubWithoutItsCoreRoutesNamesThoseThatItLooksFor() throws Exception {
    Path few = Files.createDirectories(folder.resolve("few"));
    for (String name : List.of("work", "boards", "clock", "events", "feed", "job", "rest-feed")) {
      Files.copy(Path.of("routes", name + ".camel.yaml"), few.resolve(name + ".camel.yaml"));
    }
    assertThat(said("routes", few))
        .contains("id sftp-feed, mail-feed in the 7 files *.camel.yaml of " + few)
        .doesNotContain("rest-feed");
  }

  @Test
  void aHubWithoutFormatsOrVocabularyNamesThem() throws Exception {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.createDirectories(config.resolve("vocabulary"));
    assertThat(said("config", config))
        .contains("there is no folder " + config.resolve("formats"))
        .contains("the folder " + config.resolve("vocabulary"));
  }

  /** What a hub says that does not start. */
  private static String said(String home, Path path) throws IOException, InterruptedException {
    Process hub =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "norrhub.Norrhub",
                "--norrhub.home." + home + "=" + path,
                "--spring.datasource.url=jdbc:postgresql://localhost:1/none")
            .redirectErrorStream(true)
            .start();
    String said = new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(hub.waitFor()).as(said).isEqualTo(2);
    assertThat(said.strip().lines()).allMatch(line -> line.startsWith("Norrhub cannot start: "));
    return said;
  }
}
