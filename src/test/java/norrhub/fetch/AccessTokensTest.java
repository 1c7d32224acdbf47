package norrhub.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import norrhub.MutableClock;
import norrhub.config.Secret;
import norrhub.partner.OAuth2;
import norrhub.partner.OAuth2.Shown;
import norrhub.partner.RestSource;
import norrhub.partner.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.ssl.SslBundles;

class AccessTokensTest {
  private static final String CANARY = "s3cr&t+%åÄ";
  private static final RestSource ELSEWHERE = Sources.rest("url: https://api.example.org/jobs");

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final MutableClock clock = new MutableClock();
  private final HostRateLimiter turns =
      new HostRateLimiter(
          new PollTuning(null, null, Map.of("localhost", Duration.ofMillis(300))), clock);
  private final AccessTokens tokens =
      new AccessTokens(
          new ServerTrust(
              new StaticListableBeanFactory().getBeanProvider(SslBundles.class),
              new TlsSettings(null)),
          new HostRateLimiter(new PollTuning(null, null, Map.of()), clock),
          clock);

  private String token(OAuth2 access) throws IOException {
    return tokens.token(access, ELSEWHERE);
  }

  private AccessTokens inTurn(Duration patience) {
    return new AccessTokens(
        new ServerTrust(
            new StaticListableBeanFactory().getBeanProvider(SslBundles.class),
            new TlsSettings(null)),
        turns,
        patience,
        clock);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void theClientShowsItselfByBasicAuthenticationOrInTheForm() throws IOException {
    gives("{\"access_token\":\"abc\",\"token_type\":\"bearer\"}");

    assertThat(token(access(Shown.BASIC, "jobs read"))).isEqualTo("abc");
    assertThat(token(access(Shown.FORM, "jobs read"))).isEqualTo("abc");

    server.verify(
        postRequestedFor(anyUrl())
            .withBasicAuth(new BasicCredentials("hub", "s3cr%26t%2B%25%C3%A5%C3%84"))
            .withRequestBody(equalTo("grant_type=client_credentials&scope=jobs+read")));
    server.verify(
        postRequestedFor(anyUrl())
            .withoutHeader("Authorization")
            .withRequestBody(
                equalTo(
                    "grant_type=client_credentials&scope=jobs+read&client_id=hub"
                        + "&client_secret=s3cr%26t%2B%25%C3%A5%C3%84")));
  }

  @Test
  void aTokenIsKeptUntilShortlyBeforeItExpires() throws IOException {
    gives("{\"access_token\":\"abc\",\"expires_in\":\"300\"}");

    token(access("a"));
    clock.forward(Duration.ofSeconds(269));
    token(access("a"));
    assertThat(server.getAllServeEvents()).hasSize(1);

    clock.forward(Duration.ofSeconds(2));
    token(access("a"));
    assertThat(server.getAllServeEvents()).hasSize(2);
  }

  @Test
  void eachScopeHasATokenOfItsOwn() throws IOException {
    gives("{\"access_token\":\"abc\",\"expires_in\":300}");

    token(access("a"));
    token(access("b"));

    assertThat(server.getAllServeEvents()).hasSize(2);
  }

  @Test
  void aRefusedTokenIsRenewedOnceHoweverManyFeedsTellOfIt() throws IOException {
    gives("{\"access_token\":\"old\",\"expires_in\":300}");
    token(access("a"));
    gives("{\"access_token\":\"new\",\"expires_in\":300}");

    tokens.refused(access("a"), "old");
    assertThat(token(access("a"))).isEqualTo("new");
    tokens.refused(access("a"), "old");
    assertThat(token(access("a"))).isEqualTo("new");
    assertThat(server.getAllServeEvents()).hasSize(2);
  }

  @Test
  void whatGoesWrongIsReportedWithoutASecret() {
    server.stubFor(
        post("/token")
            .willReturn(
                okJson("{\"error\":\"invalid_client\",\"error_description\":\"" + CANARY + "\"}")
                    .withStatus(401)));
    assertRefused("HTTP 401 of " + server.baseUrl() + "/token (invalid_client)");
    gives("{\"access_token\":\"abc\\r\\nX-Evil: 1\"}");
    assertRefused("holds none");
    gives("{\"access_token\":\"abc\",\"token_type\":\"mac\"}");
    assertRefused("none of type Bearer");
    gives("<html>" + CANARY);
    assertRefused("is no JSON");
    server.stubFor(
        post("/token").willReturn(aResponse().withStatus(302).withHeader("Location", "/else")));
    assertRefused("HTTP 302");
    assertThat(access("a").toString()).doesNotContain(CANARY);
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.stubFor(
        post("/token").willReturn(aResponse().withStatus(307).withHeader("Location", "/else")));
    server.stubFor(post("/else").willReturn(okJson("{\"access_token\":\"abc\"}")));

    assertRefused("HTTP 307");
    server.verify(0, postRequestedFor(urlPathEqualTo("/else")));
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() {
    gives("{\"access_token\":\"" + "a".repeat(100_000) + "\"}");

    assertRefused("exceeds 65536 bytes");
  }

  @Test
  void aServerThatIsSilentIsNotWaitedFor() {
    server.stubFor(post("/token").willReturn(okJson("{}").withFixedDelay(20_000)));

    assertThatThrownBy(() -> inTurn(Duration.ofMillis(300)).token(access("a"), ELSEWHERE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("timed out");
  }

  @Test
  void aServerThatStopsInItsAnswerIsNotWaitedFor() throws IOException {
    HttpServer slow = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    slow.createContext("/").setHandler(AccessTokensTest::begin);
    slow.start();
    try {
      OAuth2 access =
          new OAuth2(
              URI.create("http://localhost:%d/token".formatted(slow.getAddress().getPort())),
              "hub",
              new Secret("HUB_SECRET", CANARY),
              Optional.empty(),
              Shown.BASIC);
      assertThatThrownBy(() -> inTurn(Duration.ofMillis(500)).token(access, ELSEWHERE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("took too long");
    } finally {
      slow.stop(0);
    }
  }

  private static void begin(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 100);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
  }

  @Test
  void aServerOfTokensIsAskedInItsTurn() throws IOException {
    gives("{\"access_token\":\"abc\"}");
    long start = System.nanoTime();
    inTurn(Duration.ofSeconds(20)).token(access("a"), ELSEWHERE);
    inTurn(Duration.ofSeconds(20)).token(access("b"), ELSEWHERE);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
    assertThat(turns.untilTurn(URI.create(server.baseUrl()))).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void aTokenOfTheFeedsOwnServerTakesTheFeedsTurnAndTheFeedTheNext() throws IOException {
    gives("{\"access_token\":\"abc\"}");
    RestSource source = Sources.rest("url: %s/jobs\npace: 400ms".formatted(server.baseUrl()));
    assertThat(turns.untilTurn(source)).isZero();
    long start = System.nanoTime();
    inTurn(Duration.ofSeconds(20)).token(access("a"), source);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(399));
    assertThat(turns.untilTurn(source)).isEqualTo(Duration.ofMillis(800));
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> token(access("a")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining(CANARY);
  }

  private void gives(String answer) {
    server.stubFor(post("/token").willReturn(okJson(answer)));
  }

  private OAuth2 access(String scope) {
    return access(Shown.BASIC, scope);
  }

  private OAuth2 access(Shown shown, String scope) {
    return new OAuth2(
        URI.create(server.baseUrl() + "/token"),
        "hub",
        new Secret("HUB_SECRET", CANARY),
        Optional.of(scope),
        shown);
  }
}
