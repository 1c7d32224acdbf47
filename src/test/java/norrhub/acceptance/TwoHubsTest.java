package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import norrhub.TestDatabase;
import norrhub.sandbox.SftpStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two hubs on one database and one data folder share the work. */
class TwoHubsTest {
  @TempDir Path folder;

  @Test
  void eachFileIsTakenOnceAndWhenOneHubDiesTheOtherGoesOn() throws Exception {
    String database = TestDatabase.url();
    var db = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
    Path home = HubProcess.home(folder);
    try (var server = new SftpStandIn(folder.resolve("drop"), folder.resolve("keys"), "p", 0)) {
      for (String feed : List.of("north", "south")) {
        Files.createDirectories(folder.resolve("drop").resolve(feed));
        Files.writeString(
            home.resolve("config/partners/" + feed + ".yaml"),
            Tables.partner(server, feed + "-jobs", "/" + feed));
      }
      List<String> settings = List.of(Tables.password());
      try (HubProcess one = new HubProcess(home, database, settings);
          HubProcess other = new HubProcess(home, database, settings)) {
        one.awaitUp();
        other.awaitUp();
        for (int n = 0; n < 6; n++) {
          drop("north", n);
          drop("south", n);
          int wanted = 2 * (n + 1);
          awaitApplied(db, wanted);
        }
        assertThat(
                db.queryForList(
                    "select name from delivery where feed = 'north-jobs'", String.class))
            .doesNotHaveDuplicates()
            .hasSize(6);

        one.kill();
        drop("north", 6);
        drop("south", 6);
        awaitApplied(db, 14);
        other.kill();
      }
      assertThat(db.queryForList("select distinct state from delivery", String.class))
          .containsExactly("APPLIED");
    }
  }

  private void drop(String feed, int n) throws Exception {
    Path drop = folder.resolve("drop").resolve(feed);
    Path beside = Files.writeString(folder.resolve(feed + n), Tables.table(n, n + 20));
    Files.move(beside, drop.resolve(feed + n + ".csv"));
  }

  private static void awaitApplied(JdbcTemplate db, int wanted) {
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                db.queryForObject(
                        "select count(*) from delivery where state = 'APPLIED'", Integer.class)
                    == wanted);
  }
}
