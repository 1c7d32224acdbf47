package norrhub.acceptance;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import norrhub.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A hub, and servers whose lists shrink in ways that no ratio sees: a page cut from a small list, a
 * list that flaps, slices, two feeds that share their vacancies. Each feed has a server path.
 */
class SlippingFeedsTest {
  private static final WireMockServer SERVER = new WireMockServer(wireMockConfig().dynamicPort());

  @TempDir private static Path folder;
  private static HubProcess hub;
  private static JdbcTemplate db;

  @BeforeAll
  static void start() throws IOException {
    SERVER.start();
    Path partners = HubProcess.home(folder).resolve("config/partners");
    for (String feed : List.of("cut", "flap", "slices", "few")) {
      serve(feed, 1, feed.equals("few") ? 10 : feed.equals("cut") ? 42 : 100);
      Files.writeString(partners.resolve(feed + ".yaml"), partner(feed));
    }
    serve("x", 1, 40);
    serve("y", 1, 40);
    Files.writeString(partners.resolve("two.yaml"), partner("x", "y"));
    String url = TestDatabase.url();
    db = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
    hub = new HubProcess(folder, url, List.of()).awaitUp();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(open("slices")).isEqualTo(100);
              assertThat(open("few")).isEqualTo(10);
              assertThat(open("x") + open("y")).isEqualTo(40);
              assertThat(applied("x") + applied("y")).isGreaterThanOrEqualTo(2);
            });
  }

  @AfterAll
  static void stop() {
    hub.close();
    SERVER.stop();
  }

  @Test
  void aPageCutFromASmallListWithdrawsNothing() {
    send("cut", 1, 30);
    send("cut", 1, 42);
    send("cut", 1, 30);

    assertThat(open("cut")).isEqualTo(42);
    assertThat(changes("cut")).isEqualTo(42);
  }

  @Test
  void aListThatFlapsNeitherWithdrawsNorReopens() {
    for (int poll = 0; poll < 3; poll++) {
      send("flap", 1, 75);
      send("flap", 1, 100);
    }
    assertThat(changes("flap")).isEqualTo(100);
  }

  @Test
  void slicesAreStoppedThoughEachIsMissedTwice() {
    for (int left : new int[] {75, 56, 42, 31}) {
      send("slices", 1, left);
      aDayPasses("slices");
      send("slices", 2, left + 1); // the same list but for one: a second delivery says so
    }
    assertThat(open("slices")).isGreaterThanOrEqualTo(70);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        new ObjectMapper()
                            .readTree(hub.health())
                            .at("/components/feeds/details/failing/slices/reason")
                            .asText())
                    .startsWith("Too many vacancies"));
  }

  @Test
  void tenBecomeSixWhenTheHubHasSeenItForADay() {
    send("few", 1, 6);
    assertThat(open("few")).isEqualTo(10);
    aDayPasses("few");

    await().atMost(Duration.ofSeconds(20)).until(() -> open("few") == 6);
  }

  @Test
  void whatOneOfTwoFeedsDropsStaysUntilTheOtherDropsItToo() {
    String first = open("x") == 40 ? "x" : "y";
    String second = first.equals("x") ? "y" : "x";
    send(first, 3, 40);
    assertThat(both()).isEqualTo(40);
    serve(second, 2, 40); // what passes between them is read again, so deliveries cannot be counted
    await().atMost(Duration.ofSeconds(20)).until(() -> both() == 39);
    serve(second, 1, 40);
    await().atMost(Duration.ofSeconds(20)).until(() -> both() == 40);
  }

  private static int both() {
    return open("x") + open("y");
  }

  /** The feed's server offers these, and the hub has applied that. */
  private static void send(String feed, int from, int to) {
    serve(feed, from, to);
    // A poll that had begun before may have brought what the server offered then.
    OffsetDateTime served = db.queryForObject("select clock_timestamp()", OffsetDateTime.class);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                db.queryForObject(
                        """
                        select count(*) from delivery
                        where feed = ? and state <> 'RECEIVED' and received_at > ?""",
                        Integer.class,
                        feed,
                        served)
                    > 0);
  }

  private static void aDayPasses(String feed) {
    db.update(
        "update vacancy set missing_since = missing_since - interval '25 hours' where feed = ?",
        feed);
  }

  private static void serve(String feed, int from, int to) {
    String content =
        IntStream.rangeClosed(from, to)
            .mapToObj(
                n ->
                    """
                    {"id":"%1$d","name":"Tekniker %1$d","company":{"identifier":"Kraft","name":"Kraft AB"},
                     "location":{"city":"Kiruna","country":"se"},"visibility":"PUBLIC",
                     "releasedDate":"2026-11-08T07:11:28.000Z"}"""
                        .formatted(744000000000000L + n))
            .collect(Collectors.joining(","));
    SERVER.stubFor(
        get(urlPathEqualTo("/" + feed)).willReturn(okJson("{\"content\":[" + content + "]}")));
  }

  private static String partner(String... feeds) {
    return "name: Kraft\nboards: all\nfeeds:\n"
        + List.of(feeds).stream()
            .map(
                feed ->
                    """
                      - id: %1$s
                        format: smartrecruiters
                        speaksFor: feed
                        rest: { url: "%2$s/%1$s" }
                    """
                        .formatted(feed, SERVER.baseUrl()))
            .collect(Collectors.joining());
  }

  private static int open(String feed) {
    return count("select count(*) from vacancy where state = 'OPEN' and feed = ?", feed);
  }

  private static int changes(String feed) {
    return count(
        "select count(*) from change c join vacancy v on v.id = c.id where v.feed = ?", feed);
  }

  private static int applied(String feed) {
    return count("select count(*) from delivery where state = 'APPLIED' and feed = ?", feed);
  }

  private static int count(String sql, String feed) {
    Integer count = db.queryForObject(sql, Integer.class, feed);
    return count == null ? 0 : count;
  }
}
