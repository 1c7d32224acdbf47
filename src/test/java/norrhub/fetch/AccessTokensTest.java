package norrhub.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import norrhub.MutableClock;
import norrhub.config.Secret;
import norrhub.partner.OAuth2;
import norrhub.partner.OAuth2.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.ssl.SslBundles;

class AccessTokensTest {
  private static final String CANARY = "s3cr&t+%åÄ";

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final MutableClock clock = new MutableClock();
  private final AccessTokens tokens =
      new AccessTokens(
          new ServerTrust(
              new StaticListableBeanFactory().getBeanProvider(SslBundles.class),
              new TlsSettings(null)),
          clock);

  private String token(OAuth2 access) throws IOException {
    return tokens.token(access, Optional.empty());
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
