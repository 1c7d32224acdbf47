package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import norrhub.TestDatabase;
import norrhub.sandbox.SftpStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A file that would occupy a parser for minutes, in one of two feeds. */
class HostileFeedTest {
  private static final int MANY = 10_000;

  @TempDir Path folder;

  @Test
  void anotherFeedsChangeIsPublishedBeforeAHostileDeliveryEnds() throws Exception {
    String database = TestDatabase.url();
    var db = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
    Path home = HubProcess.home(folder);
    Path drop = folder.resolve("drop");
    List<String> settings = List.of(Tables.password(), "--norrhub.work.workers=2");
    try (var server = new SftpStandIn(drop, folder.resolve("keys"), "p", 0)) {
      for (String feed : List.of("hostile", "good")) {
        Files.createDirectories(drop.resolve(feed));
        Files.writeString(home.resolve("config/partners/" + feed + ".yaml"), partner(server, feed));
      }
      Files.writeString(drop.resolve("hostile/jobs.xml"), hostile());
      try (HubProcess hub = new HubProcess(home, database, settings).awaitUp()) {
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> count(db, "select last from change_counter") > 0);
        try (var ignored = new HeldDelivery(database, "hostile")) {
          Files.writeString(
              drop.resolve("good/jobs.xml"), "<source>" + job("good", 1, "Svetsare") + "</source>");
          await()
              .atMost(Duration.ofSeconds(60))
              .pollInterval(Duration.ofMillis(100))
              .until(() -> hub.feed("campaign.json").contains("Svetsare"));
          assertThat(
                  count(
                      db,
                      "select count(*) from delivery where feed = 'hostile' and state = 'RECEIVED'"))
              .as("the hostile delivery has not ended")
              .isEqualTo(1);
        }
        await()
            .atMost(Duration.ofSeconds(90))
            .until(
                () ->
                    count(
                            db,
                            "select count(*) from delivery where feed = 'hostile' and state = 'APPLIED'")
                        == 1);
        assertThat(hub.command("status"))
            .contains("hostile", "Attribute limit (200) exceeded", "(exit code 1)");
        assertThat(count(db, "select accepted from delivery where feed = 'hostile'"))
            .as("what stands before the hostile tag is taken")
            .isEqualTo(MANY);
      }
    }
  }

  private static String partner(SftpStandIn server, String feed) {
    return Tables.partner(server, feed, "/" + feed)
        .replace("csv-vacancies", "indeed-xml")
        .replace("*.csv", "*.xml");
  }

  private static String hostile() {
    return "<source>"
        + IntStream.range(0, MANY)
            .mapToObj(n -> job("hostile", n, "Bergarbetare " + n))
            .collect(Collectors.joining())
        + "<job "
        + IntStream.range(0, 200_000)
            .mapToObj(n -> "a" + n + "=\"\" ")
            .collect(Collectors.joining())
        + "/></source>";
  }

  private static String job(String feed, int number, String title) {
    return """
        <job>
          <title><![CDATA[%s]]></title>
          <date><![CDATA[Mon, 02 Nov 2026 22:49:39 GMT]]></date>
          <referencenumber><![CDATA[%s-%d]]></referencenumber>
          <url><![CDATA[https://jobb.gruvbolaget.example/%s/%d]]></url>
          <company><![CDATA[Gruvbolaget]]></company>
          <city><![CDATA[Kiruna]]></city>
          <country><![CDATA[SE]]></country>
          <description><![CDATA[<p>Du kör <b>lastmaskin</b> på nivå %d.</p>]]></description>
        </job>
        """
        .formatted(title, feed, number, feed, number, number % 1365);
  }

  private static long count(JdbcTemplate db, String sql) {
    Long count = db.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }
}
