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

/** Sixteen feeds on a pool of twelve connections and a heap of 256 MB. */
class ManyFeedsTest {
  private static final int FEEDS = 16;
  private static final int LARGE = 12_000;

  @TempDir Path folder;

  @Test
  void oneLargeDeliveryDelaysNoOtherFeedAndAllAreAppliedInOrder() throws Exception {
    String database = TestDatabase.url();
    var db = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
    Path home = HubProcess.home(folder);
    Path drop = folder.resolve("drop");
    List<String> settings = List.of(Tables.password(), "--norrhub.work.workers=2", "-Xmx256m");
    try (var server = new SftpStandIn(drop, folder.resolve("keys"), "p", 0)) {
      for (int feed = 0; feed < FEEDS; feed++) {
        Files.createDirectories(drop.resolve("feed-" + feed));
        Files.writeString(
            home.resolve("config/partners/partner-" + feed + ".yaml"),
            Tables.partner(server, "feed-" + feed, "/feed-" + feed));
      }
      Files.writeString(drop.resolve("feed-0/large.csv"), Tables.table(0, LARGE));
      try (HubProcess hub = new HubProcess(home, database, settings).awaitUp()) {
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> count(db, "select last from change_counter") > 0);
        try (var ignored = new HeldDelivery(database, "feed-0")) {
          for (int feed = 1; feed < FEEDS; feed++) {
            for (int n = 1; n <= 3; n++) {
              Files.writeString(drop.resolve("feed-%d/%d.csv".formatted(feed, n)), table(feed, n));
            }
          }
          await()
              .atMost(Duration.ofSeconds(90))
              .pollInterval(Duration.ofMillis(50))
              .until(
                  () ->
                      count(
                              db,
                              "select count(distinct feed) from delivery where state = 'APPLIED' and feed <> 'feed-0'")
                          > 0);
          assertThat(
                  count(
                      db,
                      "select count(*) from delivery where feed = 'feed-0' and state = 'RECEIVED'"))
              .as("the large delivery has not ended")
              .isEqualTo(1);
        }
        await()
            .atMost(Duration.ofSeconds(150))
            .pollInterval(Duration.ofMillis(200))
            .until(
                () ->
                    count(db, "select count(*) from delivery where state = 'APPLIED'")
                        == 1 + 3 * (FEEDS - 1));
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> hub.feed("campaign.json").contains("Gruva 15, plats 2"));

        assertThat(
                count(
                    db,
                    """
                    select count(*) from delivery earlier join delivery later using (feed)
                    where earlier.number < later.number and earlier.finished_at > later.finished_at"""))
            .as("deliveries applied out of order")
            .isZero();
        assertThat(count(db, "select count(*) from feed_state where failing_since is not null"))
            .isZero();
        assertThat(hub.managed("health").body()).contains("\"work\":{\"state\":\"works\"}");
        assertThat(hub.log()).noneMatch(line -> line.matches(".*(ERROR|Exception|timed out).*"));
      }
    }
  }

  private static String table(int feed, int n) {
    return Tables.table(0, 10 + n).replace("Bergarbetare ", "Gruva " + feed + ", plats ");
  }

  private static long count(JdbcTemplate db, String sql) {
    Long count = db.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }
}
