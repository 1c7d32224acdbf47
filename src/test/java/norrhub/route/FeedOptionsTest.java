package norrhub.route;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;
import java.time.Duration;
import norrhub.partner.Feed;
import norrhub.partner.RestSource;
import norrhub.partner.Sources;
import norrhub.poll.ConnectionTests;
import norrhub.poll.ProbeSteps;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a partner file says under {@code options:} is what the endpoint of its feed has. */
@RouteTest
class FeedOptionsTest {
  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired ConnectionTests tests;
  @Autowired JdbcClient db;
  @TempDir Path temp;

  private final WireMockServer slow = new WireMockServer(wireMockConfig().dynamicPort());

  @AfterEach
  void stop() {
    slow.stop();
  }

  @Test
  void theTimesOfAnSftpServerReachItsEndpoint() {
    add(
        Feeds.sftp(
            "options-sftp",
            Sources.sftp(
                """
                host: localhost
                port: 1
                hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a
                user: norrhub
                password: ${PASSWORD}
                directory: .
                options: { connectTimeout: 20s, soTimeout: 2m, readLockTimeout: 45s }
                """)));

    SftpEndpoint endpoint = (SftpEndpoint) camel.getRoute("feed-options-sftp").getEndpoint();
    assertThat(endpoint.getConfiguration().getConnectTimeout()).isEqualTo(20_000);
    assertThat(endpoint.getConfiguration().getSoTimeout()).isEqualTo(120_000);
    // What JSch gives a silent server: its interval, and once more for each call that is missed.
    assertThat(
            endpoint.getConfiguration().getServerAliveInterval()
                * (1 + endpoint.getConfiguration().getServerAliveCountMax()))
        .isEqualTo(120_000);
    assertThat(endpoint.getReadLockTimeout()).isEqualTo(45_000);
    routes.remove("options-sftp");
  }

  @Test
  void theTimesOfAWebServerReachItsEndpoint() {
    add(
        Feeds.rest(
            "options-rest",
            Sources.rest(
                """
                url: http://options.invalid/jobs
                options: { connectTimeout: 20s, responseTimeout: 2m }
                """)));

    HttpEndpoint endpoint =
        camel.getEndpoints().stream()
            .filter(HttpEndpoint.class::isInstance)
            .map(HttpEndpoint.class::cast)
            .filter(http -> http.getHttpUri().getHost().equals("options.invalid"))
            .findFirst()
            .orElseThrow();
    assertThat(endpoint.getConnectTimeout()).isEqualTo(20_000);
    assertThat(endpoint.getResponseTimeout()).isEqualTo(120_000);
    assertThat(endpoint.getSoTimeout()).isEqualTo(120_000);
    routes.remove("options-rest");
  }

  @Test
  void theTimesOfAMailServerReachItsEndpoint() {
    add(
        Feeds.mail(
            "options-mail",
            Sources.mail(
                "secret",
                """
                host: localhost
                port: 1
                user: norrhub
                password: ${PASSWORD}
                senders: ['@kraft.example']
                options: { connectionTimeout: 20s, readTimeout: 2m }
                """)));

    MailConfiguration mailbox =
        ((MailEndpoint) camel.getRoute("feed-options-mail").getEndpoint()).getConfiguration();
    assertThat(mailbox.getConnectionTimeout()).isEqualTo(20_000);
    assertThat(mailbox.getAdditionalJavaMailProperties())
        .containsEntry("mail.imaps.timeout", "120000")
        .containsEntry("mail.imap.timeout", "120000");
    routes.remove("options-mail");
  }

  @Test
  void aServerThatTakesLongerThanItsOptionAllowsIsGivenUpByPollAndByTest() {
    slow.start();
    slow.stubFor(get(anyUrl()).willReturn(okJson("[]").withFixedDelay(2500)));
    Feed hasty = Feeds.rest("options-hasty", source("{ responseTimeout: 1s }"));
    Feed patient = Feeds.rest("options-patient", source("{ responseTimeout: 10s }"));
    ProbeSteps steps = new ProbeSteps();
    ProbeSteps others = new ProbeSteps();

    assertThat(tests.fetch(Feeds.PARTNER, hasty, temp, steps).parts()).isEmpty();
    assertThat(tests.fetch(Feeds.PARTNER, patient, temp, others).parts()).hasSize(1);
    add(hasty);

    Ledger ledger = new Ledger(db);
    await().until(() -> !ledger.failure("options-hasty").isEmpty());
    assertThat(steps.all())
        .singleElement()
        .extracting(step -> step.text())
        .isEqualTo(ledger.failure("options-hasty"));
    routes.remove("options-hasty");
  }

  @Test
  void anSftpServerThatIsSilentIsGivenUpByATestAfterTheTimeOfItsOption() throws Exception {
    try (var silent = new java.net.ServerSocket(0)) {
      Feed feed =
          Feeds.sftp(
              "options-silent",
              Sources.sftp(
                  """
                  host: localhost
                  port: %d
                  hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a
                  user: norrhub
                  password: ${PASSWORD}
                  directory: .
                  options: { connectTimeout: 1s }
                  """
                      .formatted(silent.getLocalPort())));
      ProbeSteps steps = new ProbeSteps();
      long begin = System.nanoTime();

      assertThat(tests.fetch(Feeds.PARTNER, feed, temp, steps).parts()).isEmpty();

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
      assertThat(steps.all()).singleElement().matches(step -> !step.well());
    }
  }

  private RestSource source(String options) {
    return Sources.rest("url: %s/jobs\noptions: %s\n".formatted(slow.baseUrl(), options));
  }

  private void add(Feed feed) {
    assertThat(routes.add(Feeds.PARTNER, feed)).isEmpty();
  }
}
