package norrhub.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import norrhub.delivery.feed.FeedStates;
import norrhub.partner.Sources;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways from page to page against a real server, and what is left of a poll that breaks off. */
@RouteTest
class RestPagingRouteTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired FeedStates states;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  private final String feed = "paging-" + COUNT.incrementAndGet();
  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final WireMockServer other = new WireMockServer(wireMockConfig().dynamicPort());
  private Ledger ledger;

  @BeforeEach
  void startServers() {
    server.start();
    other.start();
    ledger = new Ledger(db);
  }

  @AfterEach
  void stop() throws Exception {
    camel.getRouteController().stopRoute("feed-" + feed);
    server.stop();
    other.stop();
  }

  @Test
  void aLaterPageThatFailsMakesTheDeliveryIncompleteAndTheFeedFailing() {
    server.stubFor(get("/jobs.json").willReturn(page("/jobs.json?page=2")));
    server.stubFor(get("/jobs.json?page=2").willReturn(aResponse().withStatus(500)));

    add("/next_url");

    assertIncomplete("page 2: HTTP 500: the server has trouble", "page 1");
  }

  @Test
  void aServerThatWantsAPauseAfterAPageGetsItAndThePageCounts() {
    server.stubFor(get("/jobs.json").willReturn(page("/jobs.json?page=2")));
    server.stubFor(
        get("/jobs.json?page=2")
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "120")));

    add("/next_url");

    assertIncomplete("page 2: HTTP 429: the server asks for a pause", "page 1");
    assertThat(states.notBefore(feed).orElseThrow()).isAfter(clock.instant().plusSeconds(60));
  }

  @Test
  void aWebPageWithAnHonestStatusIsNoPage() {
    server.stubFor(get("/jobs.json").willReturn(page("/jobs.json?page=2")));
    server.stubFor(
        get("/jobs.json?page=2")
            .willReturn(ok("<!DOCTYPE html><html><body>We will be back soon</body></html>")));

    add("/next_url");

    assertIncomplete("page 2: it is a web page or XML, not JSON", "page 1");
  }

  @Test
  void aConnectionCutInALaterPageMakesTheDeliveryIncomplete() {
    server.stubFor(get("/jobs.json").willReturn(page("/jobs.json?page=2")));
    server.stubFor(
        get("/jobs.json?page=2")
            .willReturn(okJson("{}").withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

    add("/next_url");

    assertIncomplete("page 2: ", "page 1");
  }

  @Test
  void aLaterPageThatEndsTooEarlyMakesTheDeliveryIncomplete() {
    server.stubFor(get("/jobs.json").willReturn(page("/jobs.json?page=2")));
    server.stubFor(get("/jobs.json?page=2").willReturn(okJson("{\"items\":[{\"id\":1},{")));

    add("/next_url");

    assertIncomplete("page 2: it is not JSON to its end", "page 1");
  }

  @Test
  void aPageThatDripsAByteASecondEndsAtTheDeadline() {
    server.stubFor(get("/jobs.json").willReturn(page("/jobs.json?page=2")));
    server.stubFor(
        get("/jobs.json?page=2")
            .willReturn(
                okJson("{\"items\":[]}" + " ".repeat(48)).withChunkedDribbleDelay(12, 12_000)));

    add("/next_url");

    assertIncomplete("page 2: the answer took too long", "page 1");
  }

  @Test
  void aTotalOfNoughtOnTheSecondPageDoesNotBelieAShortfall() {
    server.stubFor(get(anyUrl()).willReturn(okJson("{\"total\":0,\"items\":[]}")));
    server.stubFor(
        get(urlPathEqualTo("/jobs.json"))
            .withQueryParam("offset", equalTo("0"))
            .willReturn(okJson("{\"total\":3383,\"items\":[1,2]}")));

    source(
        """
        pages: { by: offset, parameter: offset }
        list: /items
        total: /total
        """);

    assertIncomplete("the server declares 3383 records, and 2 came", "page 1", "page 2");
  }

  @Test
  void aServerThatGivesTheFirstPageAgainAndAgainIsFoundOut() {
    server.stubFor(get(anyUrl()).willReturn(okJson("{\"items\":[1,2]}")));

    source(
        """
        pages: { by: page, parameter: page }
        list: /items
        """);

    assertIncomplete("page 2: it holds the same as page 1", "page 1");
  }

  @Test
  void aFeedThatAlwaysHasANextPageIsCutAtTheMost() {
    server.stubFor(
        get(anyUrl())
            .willReturn(
                okJson("{\"n\":\"{{randomValue}}\",\"next_url\":\"?page={{randomValue}}\"}")
                    .withTransformers("response-template")));

    source(
        """
        next: /next_url
        pagesAtMost: 3
        """);

    assertIncomplete(
        "page 3: the link to the next page is not followed", "page 1", "page 2", "page 3");
  }

  @Test
  void pagesInACircleMakeTheDeliveryIncomplete() {
    server.stubFor(get("/jobs.json").willReturn(page("/jobs.json?page=2")));
    server.stubFor(get("/jobs.json?page=2").willReturn(page("/jobs.json")));

    add("/next_url");

    assertIncomplete("in a circle", "page 1", "page 2");
  }

  @Test
  void aLinkToAnotherHostIsRefused() {
    other.stubFor(get(anyUrl()).willReturn(page(null)));
    server.stubFor(get("/jobs.json").willReturn(page(other.baseUrl() + "/jobs.json")));

    add("/next_url");

    assertIncomplete("it leads away from", "page 1");
    assertThat(other.getAllServeEvents()).isEmpty();
  }

  @Test
  void aSearchIsPostedAndItsOffsetGrows() {
    server.stubFor(
        post("/jobs.json")
            .withRequestBody(equalToJson("{\"limit\":20,\"offset\":0}"))
            .willReturn(okJson("{\"items\":[1,2]}")));
    server.stubFor(
        post("/jobs.json")
            .withRequestBody(equalToJson("{\"limit\":20,\"offset\":2}"))
            .willReturn(okJson("{\"items\":[]}")));

    source(
        """
        post: '{"limit":20,"offset":${offset}}'
        pages: { by: offset }
        list: /items
        headers: { Accept-Language: sv }
        """);

    await().until(() -> ledger.parts(feed).equals(List.of("page 1", "page 2")));
    assertThat(ledger.incomplete(feed)).isEmpty();
    server.verify(
        postRequestedFor(urlEqualTo("/jobs.json"))
            .withHeader("Content-Type", containing("application/json"))
            .withHeader("Accept-Language", equalTo("sv"))
            .withHeader("X-Api-Key", equalTo("s3cr3t")));
  }

  @Test
  void whatHasChangedIsAskedForOnceEverythingHasComeWhole() {
    server.stubFor(get(anyUrl()).willReturn(okJson("[{\"id\":1},{")));
    server.stubFor(get("/snapshot").willReturn(okJson("[{\"id\":1}]")));

    delta("since: { parameter: date, format: yyyy-MM-dd, snapshot: %s/snapshot }");

    await().until(() -> !ledger.received(feed).isEmpty());
    await().during(Duration.ofSeconds(1)).until(() -> server.getAllServeEvents().size() == 1);
    db.sql("update delivery set state = 'APPLIED' where feed = :feed").param("feed", feed).update();
    await().until(() -> !server.findAll(getRequestedFor(urlPathEqualTo("/jobs.json"))).isEmpty());
    server.verify(
        getRequestedFor(urlPathEqualTo("/jobs.json"))
            .withQueryParam("date", matching("\\d{4}-\\d\\d-\\d\\d")));
  }

  @Test
  void whatCameIncompleteIsAskedForAgain() {
    server.stubFor(get("/snapshot").willReturn(okJson("{\"items\":[1],\"next_url\":\"?page=2\"}")));

    delta("next: /next_url\nsince: { parameter: date, snapshot: %s/snapshot }");

    await().until(() -> !ledger.received(feed).isEmpty());
    db.sql("update delivery set state = 'APPLIED' where feed = :feed").param("feed", feed).update();
    await().until(() -> server.findAll(getRequestedFor(urlEqualTo("/snapshot"))).size() == 2);
    server.verify(0, getRequestedFor(urlPathEqualTo("/jobs.json")));
  }

  @Test
  void requestsKeepTheServersPace() {
    server.stubFor(get("/jobs.json").willReturn(page("?page=2")));
    server.stubFor(get("/jobs.json?page=2").willReturn(page(null)));

    source(
        """
        next: /next_url
        pace: 700ms
        """);

    await().until(() -> !ledger.received(feed).isEmpty());
    List<Date> times =
        server.getAllServeEvents().stream().map(e -> e.getRequest().getLoggedDate()).toList();
    Instant last = times.get(times.size() - 1).toInstant();
    assertThat(times.get(times.size() - 2).toInstant()).isAfterOrEqualTo(last.plusMillis(600));
  }

  @Test
  void theLinkHeaderLeadsToTheNextPage() {
    server.stubFor(
        get("/jobs.json")
            .willReturn(
                ok("<jobs/>")
                    .withHeader("Link", "</jobs.json>; rel=\"first\"")
                    .withHeader("Link", "</jobs.json?page=2>; rel=\"next\"")));
    server.stubFor(get("/jobs.json?page=2").willReturn(ok("<jobs><job/></jobs>")));

    source("link: true");

    await().until(() -> ledger.parts(feed).equals(List.of("page 1", "page 2")));
  }

  private void assertIncomplete(String reason, String... parts) {
    await().until(() -> !ledger.rows(feed).isEmpty() && !ledger.failure(feed).isEmpty());
    assertThat(ledger.parts(feed)).containsExactly(parts);
    assertThat(ledger.incomplete(feed)).contains(reason);
    assertThat(ledger.failure(feed)).contains(reason);
    assertThat(ledger.succeeded(feed)).isFalse();
  }

  /** Adds a feed of changes; %s among its keys is its server. */
  private void delta(String keys) {
    String yaml = "url: %1$s/jobs.json\n" + keys.replace("%s", "%1$s");
    routes.add(Feeds.PARTNER, Feeds.changes(feed, Sources.rest(yaml.formatted(server.baseUrl()))));
  }

  private void add(String next) {
    source(next == null ? "" : "next: " + next);
  }

  /** Adds the feed with these keys beside its address and its key. */
  private void source(String keys) {
    String yaml =
        """
        url: %s/jobs.json
        header: X-Api-Key
        key: ${KEY}
        """
            .formatted(server.baseUrl());
    routes.add(Feeds.PARTNER, Feeds.rest(feed, Sources.rest(yaml + keys)));
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder page(
      String next) {
    String link = next == null ? "null" : '"' + next + '"';
    return okJson("{\"items\":[{\"id\":1}],\"next_url\":" + link + "}");
  }
}
