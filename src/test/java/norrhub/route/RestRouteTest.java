package norrhub.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import norrhub.delivery.feed.FeedStates;
import norrhub.delivery.feed.Validators;
import norrhub.partner.Sources;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RouteTest
class RestRouteTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired FeedStates states;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  private final String feed = "rest-" + COUNT.incrementAndGet();
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
  void allPagesAreOneDelivery() {
    server.stubFor(get("/jobs.json").willReturn(page("/jobs.json?page=2&q=a%2Bb%26c%3D%C3%A5")));
    server.stubFor(get("/jobs.json?page=2&q=a%2Bb%26c%3D%C3%A5").willReturn(page("?page=3")));
    server.stubFor(get("/jobs.json?page=3").willReturn(page(null)));

    add("/next_url");

    await().until(() -> !ledger.received(feed).isEmpty());
    assertThat(ledger.parts(feed)).containsExactly("page 1", "page 2", "page 3");
    server.verify(
        getRequestedFor(urlEqualTo("/jobs.json?page=2&q=a%2Bb%26c%3D%C3%A5"))
            .withHeader("X-Api-Key", equalTo("s3cr3t")));
    await().until(() -> ledger.succeeded(feed));
  }

  @Test
  void aFirstPageThatFailsLeavesNoDelivery() {
    server.stubFor(get("/jobs.json").willReturn(aResponse().withStatus(500)));

    add("/next_url");

    await().until(() -> ledger.failure(feed).contains("HTTP 500"));
    assertThat(ledger.rows(feed)).isEmpty();
  }

  @Test
  void aTruncatedPageLeavesNoDelivery() {
    server.stubFor(get("/jobs.json").willReturn(okJson("{\"items\":[{\"id\":1},{\"id\":")));

    add("/next_url");

    await().until(() -> !ledger.failure(feed).isEmpty());
    assertThat(ledger.rows(feed)).isEmpty();
  }

  @Test
  void aConnectionCutInTheMiddleLeavesNoDelivery() {
    server.stubFor(
        get("/jobs.json").willReturn(okJson("{}").withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

    add(null);

    await().until(() -> !ledger.failure(feed).isEmpty());
    assertThat(ledger.rows(feed)).isEmpty();
  }

  @Test
  void whatIsUnchangedIsAskedForByEtagAndConfirmed() {
    server.stubFor(get("/jobs.json").willReturn(page(null).withHeader("ETag", "\"v1\"")));
    server.stubFor(
        get("/jobs.json")
            .withHeader("If-None-Match", equalTo("\"v1\""))
            .willReturn(aResponse().withStatus(304)));

    add("/next_url");

    await().until(() -> ledger.rows(feed).size() > 1);
    assertThat(ledger.rows(feed).get(1).get("identity")).asString().startsWith("confirmed");
    assertThat(ledger.rows(feed).get(1).get("content"))
        .isEqualTo(ledger.rows(feed).get(0).get("content"));
  }

  @Test
  void anotherAddressIsNotAskedForByTheEtagOfTheOldOne() {
    states.remember(
        feed, "the old address", new Validators(Optional.of("\"v1\""), Optional.empty()));
    server.stubFor(get("/jobs.json").willReturn(page(null)));

    add("/next_url");

    await().until(() -> !ledger.received(feed).isEmpty());
    assertThat(server.findAll(getRequestedFor(anyUrl())))
        .noneMatch(request -> request.containsHeader("If-None-Match"));
  }

  @Test
  void theFirstPageOfManyIsNeverAskedForConditionally() {
    server.stubFor(
        get("/jobs.json").willReturn(page("/jobs.json?page=2").withHeader("ETag", "\"v1\"")));
    server.stubFor(get("/jobs.json?page=2").willReturn(page(null).withHeader("ETag", "\"v2\"")));

    add("/next_url");

    await().until(() -> ledger.rows(feed).size() > 1);
    assertThat(server.findAll(getRequestedFor(anyUrl())))
        .noneMatch(request -> request.containsHeader("If-None-Match"));
  }

  @Test
  void aServerThatAsksForAPauseGetsIt() {
    server.stubFor(
        get("/jobs.json").willReturn(aResponse().withStatus(429).withHeader("Retry-After", "120")));

    add(null);

    await().until(() -> states.notBefore(feed).isPresent());
    assertThat(states.notBefore(feed).orElseThrow())
        .isBetween(clock.instant().plusSeconds(60), clock.instant().plusSeconds(121));
    await().during(Duration.ofSeconds(1)).until(() -> server.getAllServeEvents().size() == 1);
    assertThat(ledger.rows(feed)).isEmpty();
  }

  @Test
  void aLinkWithAPlaceholderIsRefused() {
    server.stubFor(get("/jobs.json").willReturn(page("/jobs.json?leak={{sys:java.vm.name}}")));

    add("/next_url");

    await().until(() -> ledger.failure(feed).contains("it holds a placeholder"));
    assertThat(server.findAll(getRequestedFor(anyUrl())))
        .isNotEmpty()
        .allMatch(request -> request.getUrl().equals("/jobs.json"));
  }

  @Test
  void aRedirectIsNotFollowedAndGetsNoKey() {
    other.stubFor(get(anyUrl()).willReturn(page(null)));
    server.stubFor(
        get("/jobs.json")
            .willReturn(
                aResponse().withStatus(302).withHeader("Location", other.baseUrl() + "/new")));

    add(null);

    await().until(() -> ledger.failure(feed).contains("redirects are not followed"));
    assertThat(other.getAllServeEvents()).isEmpty();
  }

  @Test
  void headersOfAnAnswerSteerNothing() {
    other.stubFor(get(anyUrl()).willReturn(page(null)));
    server.stubFor(
        get("/jobs.json")
            .willReturn(
                page("/jobs.json?page=2")
                    .withHeader("CamelHttpUri", other.baseUrl())
                    .withHeader("CAmelHttpUri", other.baseUrl())
                    .withHeader("CamelHttpPath", "/stolen")
                    .withHeader("X-Echo", "must not come back")));
    server.stubFor(get("/jobs.json?page=2").willReturn(page(null)));

    add("/next_url");

    await().until(() -> !ledger.received(feed).isEmpty());
    assertThat(other.getAllServeEvents()).isEmpty();
    assertThat(server.findAll(getRequestedFor(urlEqualTo("/jobs.json?page=2"))))
        .isNotEmpty()
        .allMatch(request -> !request.containsHeader("X-Echo"));
  }

  @Test
  void aPackedAnswerIsUnpackedAndCounted() throws IOException {
    server.stubFor(
        get("/jobs.json")
            .willReturn(
                aResponse()
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(gzip("{\"items\":[]}"))));

    add("/next_url");

    await().until(() -> !ledger.received(feed).isEmpty());
    assertThat(ledger.rows(feed).get(0).get("parts")).asString().contains("\"size\": 12");
  }

  @Test
  void aPackedBombEndsAtTheLimit() throws IOException {
    server.stubFor(
        get("/jobs.json")
            .willReturn(
                aResponse()
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(gzip(" ".repeat(3_000_000)))));

    add("/next_url");

    await().until(() -> ledger.failure(feed).contains("larger than"));
    assertThat(ledger.rows(feed)).isEmpty();
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

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
