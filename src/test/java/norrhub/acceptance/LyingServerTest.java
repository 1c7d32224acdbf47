package norrhub.acceptance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import norrhub.Norrhub;
import norrhub.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole hub, and a server that was honest once: 160 vacancies in four pages. Then it lies, in
 * every way that servers are known to, and not one vacancy goes.
 */
class LyingServerTest {
  private static final int PAGES = 4;
  private static final int ON_A_PAGE = 40;
  private static final int ALL = PAGES * ON_A_PAGE;
  private static final WireMockServer SERVER = new WireMockServer(wireMockConfig().dynamicPort());

  @TempDir private static Path folder;
  private static ConfigurableApplicationContext hub;

  /** A lie, the paging of the feed that meets it, and what the hub says of it. */
  enum Lie {
    TOTAL_NOUGHT_ON_PAGE_2(
        "pages: { by: offset, parameter: offset }", "declares 160 records, and 40"),
    ONE_LESS_THAN_DECLARED("pages: { by: page, parameter: page }", "declares 161 records, and 160"),
    THE_SAME_PAGE_AGAIN("pages: { by: page, parameter: page }", "page 2: it holds the same as"),
    A_WEB_PAGE("next: /next", "page 2: it is a web page or XML, not JSON"),
    A_CUT_STREAM("next: /next", "page 2: "),
    A_CUT_PAGE("next: /next", "page 2: it is not JSON to its end"),
    A_CIRCLE("next: /next", "the feed goes in a circle"),
    ANOTHER_SERVER("next: /next", "it leads away from"),
    ENDLESS_PAGES("next: /next, pagesAtMost: 6", "the feed has more than 6 pages"),
    A_BYTE_A_SECOND("next: /next", "page 2: the answer took too long"),
    TOO_MANY_REQUESTS("next: /next", "page 2: HTTP 429"),
    A_WEB_PAGE_ALONE("", "part-is-html"),
    A_CUT_PAGE_ALONE("", "part-cut-off");

    private final String paging;
    private final String reason;

    Lie(String paging, String reason) {
      this.paging = paging;
      this.reason = reason;
    }

    /** What stands under rest; where nothing does, only the reader of records can complain. */
    String keys() {
      return paging.isEmpty() ? "pagesAtMost: 1" : paging + ", list: /content, total: /totalFound";
    }

    String feed() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @BeforeAll
  static void beHonest() throws IOException {
    SERVER.start();
    Path home = HubProcess.home(folder);
    Files.writeString(home.resolve("config/partners/kraft.yaml"), partner());
    Arrays.stream(Lie.values()).forEach(LyingServerTest::tellTheTruth);
    hub =
        new SpringApplicationBuilder(Norrhub.class)
            .run(
                "--norrhub.home.config=" + home.resolve("config"),
                "--norrhub.home.data=" + home.resolve("data"),
                "--norrhub.pace.poll-at-most=500ms",
                "--norrhub.limits.poll=8s",
                "--spring.datasource.url=" + TestDatabase.emptyUrl(),
                "--spring.datasource.username=postgres",
                "--server.port=0",
                "--management.server.port=0");
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> Arrays.stream(Lie.values()).allMatch(lie -> open(lie) == ALL));
    Arrays.stream(Lie.values()).forEach(LyingServerTest::tell);
  }

  @AfterAll
  static void stop() {
    hub.close();
    SERVER.stop();
  }

  @ParameterizedTest
  @EnumSource
  void leavesEveryVacancyAndSaysWhy(Lie lie) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(said(lie)).anyMatch(line -> line.contains(lie.reason)));
    assertThat(open(lie)).isEqualTo(ALL);
    assertThat(sum(lie, "withdrawn")).isZero();
    assertThat(count("delivery where feed = :feed and state = 'APPLIED' and not complete", lie))
        .isPositive();
  }

  private static void tellTheTruth(Lie lie) {
    boolean linked = lie.paging.startsWith("next");
    for (int page = 1; page <= PAGES; page++) {
      String next = linked && page < PAGES ? address(lie, page + 1) : "";
      answer(lie, page, okJson(page(content(lie, page), ALL, next)));
    }
    answer(lie, PAGES + 1, okJson(page("", ALL, "")));
    if (lie.paging.isEmpty()) {
      String all =
          IntStream.rangeClosed(1, PAGES)
              .mapToObj(page -> content(lie, page))
              .collect(Collectors.joining(","));
      answer(lie, 1, okJson(page(all, ALL, "")));
    }
  }

  private static void tell(Lie lie) {
    String cut = page(content(lie, 2), ALL, "").substring(0, 300);
    String web = "<!DOCTYPE html><html><body>Back soon</body></html>";
    switch (lie) {
      case TOTAL_NOUGHT_ON_PAGE_2 -> answer(lie, 2, okJson(page("", 0, "")));
      case ONE_LESS_THAN_DECLARED -> answer(lie, 1, okJson(page(content(lie, 1), ALL + 1, "")));
      case THE_SAME_PAGE_AGAIN -> answer(lie, 2, okJson(page(content(lie, 1), ALL, "")));
      case A_WEB_PAGE -> answer(lie, 2, ok(web));
      case A_CUT_STREAM -> answer(lie, 2, okJson("{}").withFault(Fault.MALFORMED_RESPONSE_CHUNK));
      case A_CUT_PAGE -> answer(lie, 2, okJson(cut));
      case A_CIRCLE -> answer(lie, 2, okJson(page(content(lie, 2), ALL, address(lie, 1))));
      case ANOTHER_SERVER ->
          answer(lie, 2, okJson(page(content(lie, 2), ALL, "https://evil.example/jobs")));
      case ENDLESS_PAGES ->
          SERVER.stubFor(
              get(urlPathEqualTo("/" + lie.feed()))
                  .willReturn(
                      okJson(page(content(lie, 1), ALL, "?page={{randomInt lower=5}}"))
                          .withTransformers("response-template")));
      case A_BYTE_A_SECOND ->
          answer(lie, 2, okJson("{\"content\":[]}  ").withChunkedDribbleDelay(16, 16_000));
      // Not for long: a pause would hold back all feeds of the server.
      case TOO_MANY_REQUESTS ->
          answer(lie, 2, aResponse().withStatus(429).withHeader("Retry-After", "0"));
      case A_WEB_PAGE_ALONE -> answer(lie, 1, ok(web));
      case A_CUT_PAGE_ALONE -> answer(lie, 1, okJson(cut));
    }
  }

  private static void answer(Lie lie, int page, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(address(lie, page)).willReturn(answer));
  }

  private static String address(Lie lie, int page) {
    if (lie.paging.contains("offset")) {
      return "/%s?offset=%d".formatted(lie.feed(), (page - 1) * ON_A_PAGE);
    }
    boolean plain = page == 1 && !lie.paging.startsWith("pages");
    return "/" + lie.feed() + (plain ? "" : "?page=" + page);
  }

  private static String page(String content, int total, String next) {
    return "{\"totalFound\":%d,\"content\":[%s],\"next\":\"%s\"}".formatted(total, content, next);
  }

  private static String content(Lie lie, int page) {
    return IntStream.range((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
        .mapToObj(
            n ->
                """
                {"id":"%1$d%2$03d","name":"Tekniker %2$d","company":{"identifier":"Kraft","name":"Kraft AB"},
                 "location":{"city":"Kiruna","country":"se"},"visibility":"PUBLIC",
                 "releasedDate":"2026-11-08T07:11:28.000Z"}"""
                    .formatted(1000 + lie.ordinal(), n))
        .collect(Collectors.joining(","));
  }

  /** A feed for each lie, of which no ratio would hold anything back. */
  private static String partner() {
    String feeds =
        Arrays.stream(Lie.values())
            .map(
                lie ->
                    """
                      - id: %1$s
                        format: smartrecruiters
                        speaksFor: feed
                        expects: { dropAtMost: 100 }
                        rest: { url: "%2$s/%1$s", %3$s }
                    """
                        .formatted(lie.feed(), SERVER.baseUrl(), lie.keys()))
            .collect(Collectors.joining());
    return "name: Kraft\nboards: all\nfeeds:\n" + feeds;
  }

  /** Codes and values of all that was told of the feed. */
  private static List<String> said(Lie lie) {
    return db().sql(
            """
            select n.code || ' ' || n.value from delivery_notice n join delivery d on d.number = n.delivery
            where d.feed = :feed""")
        .param("feed", lie.feed())
        .query(String.class)
        .list();
  }

  private static int open(Lie lie) {
    return count("vacancy where feed = :feed and state = 'OPEN'", lie);
  }

  private static int sum(Lie lie, String column) {
    return db().sql(
            "select coalesce(sum(%s), 0) from delivery where feed = :feed".formatted(column))
        .param("feed", lie.feed())
        .query(Integer.class)
        .single();
  }

  private static int count(String rows, Lie lie) {
    return db().sql("select count(*) from " + rows)
        .param("feed", lie.feed())
        .query(Integer.class)
        .single();
  }

  private static JdbcClient db() {
    return hub.getBean(JdbcClient.class);
  }
}
