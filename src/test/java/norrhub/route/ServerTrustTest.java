package norrhub.route;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norrhub.TestCa;
import norrhub.partner.Feed;
import norrhub.partner.Sources;
import norrhub.poll.ConnectionTests;
import norrhub.poll.ProbeSteps;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Servers whose certificates are signed by a CA that Java does not know. */
@RouteTest
class ServerTrustTest {
  private static final String CA = "bolagets-ca";

  @TempDir static Path folder;
  private static TestCa ca;

  @Autowired ConnectionTests tests;
  @Autowired FeedRoutes routes;
  @Autowired JdbcClient db;
  @Autowired DefaultSslBundleRegistry bundles;

  @BeforeEach
  void defineTheBundle() {
    if (ca == null) {
      ca = new TestCa(folder);
    }
    try {
      bundles.updateBundle(CA, ca.bundle());
    } catch (NoSuchSslBundleException e) {
      bundles.registerBundle(CA, ca.bundle());
    }
  }

  @Test
  void aFeedTrustsTheBundleThatItNames() throws IOException {
    assertThat(rest("localhost", "-1H", "trust: " + CA))
        .anyMatch(step -> step.startsWith("ok asked https://localhost"));
  }

  @Test
  void withoutItTheMessageNamesServerCertificateAndCure() throws IOException {
    assertThat(rest("localhost", "-1H", ""))
        .singleElement()
        .asString()
        .matches("FAILED the certificate of localhost:\\d+ .*")
        .contains("(CN=localhost, issued by CN=Bolagets CA)", "name it under `trust`", "tls.md");
  }

  @Test
  void aCertificateOfAnotherHostIsRefusedThoughItsCaIsTrusted() throws IOException {
    assertThat(rest("other.example", "-1H", "trust: " + CA))
        .singleElement()
        .asString()
        .startsWith("FAILED")
        .contains("localhost", "other.example");
  }

  @Test
  void anExpiredCertificateIsRefusedAndItsLastDayNamed() throws IOException {
    assertThat(rest("localhost", "-10d", "trust: " + CA))
        .singleElement()
        .asString()
        .contains("expired on 2", "has to renew it");
  }

  @Test
  void aBundleThatIsNotDefinedIsReportedWithWhereToDefineIt() throws IOException {
    assertThat(rest("localhost", "-1H", "trust: nobodys-ca"))
        .singleElement()
        .asString()
        .contains("there is no SSL bundle `nobodys-ca`", "spring.ssl.bundle.pem.nobodys-ca");
  }

  @Test
  void theServerOfAccessTokensIsCheckedByTheSameBundle() throws IOException {
    WireMockServer tokens = https("localhost", "-1H");
    try {
      tokens.stubFor(post(anyUrl()).willReturn(okJson("{\"access_token\":\"abc\"}")));
      String oauth2 =
          "oauth2: { token: '%s/token', clientId: hub, clientSecret: '${SECRET}' }, "
              .formatted(tokens.baseUrl().replace("http:", "https:"));

      assertThat(rest("localhost", "-1H", oauth2 + "trust: " + CA))
          .anyMatch(step -> step.startsWith("ok asked"));
    } finally {
      tokens.stop();
    }
  }

  @Test
  void aMailServerIsCheckedTheSameWayInTrialsAndPolls() throws IOException {
    String store = ca.server("localhost", "-1H").toString();
    try (Mailbox mailbox = new Mailbox(store, TestCa.PASSWORD)) {
      mailbox.mail("asa@kraft.example", "Jobb", "", "jobb.csv", "Titel;Ort\n".getBytes(UTF_8));

      assertThat(tried(mail("tls-mail", mailbox, Optional.empty())))
          .singleElement()
          .asString()
          .contains("the certificate of localhost:" + mailbox.port(), "name it under `trust`");
      assertThat(tried(mail("tls-mail", mailbox, Optional.of(CA))))
          .contains("ok fetched its attachment jobb.csv");

      routes.add(Feeds.PARTNER, mail("tls-mail-no", mailbox, Optional.empty()));
      waiting()
          .untilAsserted(
              () ->
                  assertThat(new Ledger(db).failure("tls-mail-no"))
                      .startsWith("the certificate of localhost:"));
      routes.remove("tls-mail-no");
      routes.add(Feeds.PARTNER, mail("tls-mail-yes", mailbox, Optional.of(CA)));
      waiting().untilAsserted(() -> assertThat(new Ledger(db).rows("tls-mail-yes")).hasSize(1));
      routes.remove("tls-mail-yes");

      // The certificate is for localhost, whatever address that has.
      assertThat(tried(mail("tls-mail", "127.0.0.1", mailbox, Optional.of(CA))))
          .singleElement()
          .asString()
          .startsWith("FAILED");
      routes.add(Feeds.PARTNER, mail("tls-mail-other", "127.0.0.1", mailbox, Optional.of(CA)));
      waiting()
          .untilAsserted(() -> assertThat(new Ledger(db).failure("tls-mail-other")).isNotEmpty());
      assertThat(new Ledger(db).rows("tls-mail-other")).isEmpty();
      routes.remove("tls-mail-other");
    }
  }

  /** GreenMail's thread dies of a client that hangs up in the handshake; the hub may do so. */
  private static ConditionFactory waiting() {
    return await().dontCatchUncaughtExceptions();
  }

  private List<String> rest(String certified, String start, String settings) throws IOException {
    WireMockServer server = https(certified, start);
    try {
      server.stubFor(get(anyUrl()).willReturn(okJson("{\"items\":[]}")));
      String yaml =
          "{ url: 'https://localhost:%d/jobs.json'%s }"
              .formatted(server.httpsPort(), settings.isEmpty() ? "" : ", " + settings);
      return tried(Feeds.rest("tls-rest", Sources.rest(yaml)));
    } finally {
      server.stop();
    }
  }

  private static WireMockServer https(String certified, String start) throws IOException {
    WireMockServer server =
        new WireMockServer(
            wireMockConfig()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystorePath(ca.server(certified, start).toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestCa.PASSWORD)
                .keyManagerPassword(TestCa.PASSWORD));
    server.start();
    return server;
  }

  private List<String> tried(Feed feed) {
    ProbeSteps own = new ProbeSteps();
    tests.fetch(Feeds.PARTNER, feed, folder, own);
    return own.all().stream()
        .map(step -> (step.well() ? "ok " : "FAILED ") + step.text())
        .filter(step -> !step.contains("that page is all there is"))
        .toList();
  }

  private static Feed mail(String id, Mailbox mailbox, Optional<String> trust) {
    return mail(id, "localhost", mailbox, trust);
  }

  private static Feed mail(String id, String host, Mailbox mailbox, Optional<String> trust) {
    return Feeds.mail(
        id,
        trust.isPresent()
            ? mailbox.sourceAt(host, "trust: " + trust.get())
            : mailbox.sourceAt(host));
  }
}
