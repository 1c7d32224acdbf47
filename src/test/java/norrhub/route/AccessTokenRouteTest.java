package norrhub.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.concurrent.atomic.AtomicInteger;
import norrhub.partner.Sources;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RouteTest
class AccessTokenRouteTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired JdbcClient db;

  private final String feed = "token-" + COUNT.incrementAndGet();
  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final WireMockServer tokens = new WireMockServer(wireMockConfig().dynamicPort());
  private Ledger ledger;

  @BeforeEach
  void startServers() {
    server.start();
    tokens.start();
    ledger = new Ledger(db);
    giveTokens("first", Scenario.STARTED, "more");
    giveTokens("second", "more", "more");
  }

  @AfterEach
  void stop() throws Exception {
    camel.getRouteController().stopRoute("feed-" + feed);
    server.stop();
    tokens.stop();
  }

  @Test
  void theTokenGoesOutWithEveryPage() {
    server.stubFor(
        get("/jobs.json").willReturn(okJson("{\"items\":[],\"next\":\"/jobs.json?page=2\"}")));
    server.stubFor(get("/jobs.json?page=2").willReturn(okJson("{\"items\":[]}")));

    add();

    await().until(() -> !ledger.received(feed).isEmpty());
    server.verify(
        2, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer first")));
    tokens.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void aTokenThatTheServerTakesBackIsRenewedAndThePollGoesOn() {
    server.stubFor(get("/jobs.json").willReturn(aResponse().withStatus(401)));
    server.stubFor(
        get("/jobs.json")
            .withHeader("Authorization", equalTo("Bearer second"))
            .willReturn(okJson("{\"items\":[]}")));

    add();

    await().until(() -> !ledger.received(feed).isEmpty());
    tokens.verify(2, postRequestedFor(anyUrl()));
  }

  @Test
  void aServerThatRefusesEveryTokenIsAskedTwiceAPollAndNoMore() {
    server.stubFor(get("/jobs.json").willReturn(aResponse().withStatus(401)));

    add();

    await().until(() -> ledger.failure(feed).contains("HTTP 401"));
    server.verify(2, getRequestedFor(anyUrl()));
    assertThat(ledger.rows(feed)).isEmpty();
  }

  private void giveTokens(String token, String in, String then) {
    tokens.stubFor(
        post("/token")
            .inScenario("tokens")
            .whenScenarioStateIs(in)
            .willSetStateTo(then)
            .willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":3600}")));
  }

  private void add() {
    routes.add(
        Feeds.PARTNER,
        Feeds.rest(
            feed,
            Sources.rest(
                """
                url: %s/jobs.json
                next: /next
                oauth2: { token: '%s/token', clientId: norrhub, clientSecret: "${SECRET}" }
                """
                    .formatted(server.baseUrl(), tokens.baseUrl()))));
  }
}
