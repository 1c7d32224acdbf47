package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.config.Secret;
import norrhub.partner.After;
import norrhub.partner.Feed;
import norrhub.partner.MailSource;
import norrhub.partner.SftpSource;
import norrhub.partner.Sources;
import norrhub.poll.PollSchedule;
import norrhub.route.sftp.SftpListing;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** What belongs to a feed goes with its route: its secrets, its listing, its pace, its endpoint. */
@RouteTest
class FeedLifeTest {
  private static final String HOST_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJustAnExampleOfAKeyAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final String MARK = "m4rk3d";

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired PollSchedule polls;
  @Autowired MeterRegistry meters;
  @Autowired ConfigurableApplicationContext hub;

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aRemovedFeedLeavesNothingInTheHub() {
    for (Feed feed : feeds(1)) {
      assertThat(routes.add(Feeds.PARTNER, feed)).isEmpty();
      await().until(() -> !traces().isEmpty());
      polls.ask(feed.id(), true);
      polls.soon(feed.id(), Duration.ofHours(1));
      routes.remove(feed.id());
      // A poll that connects is not waited for: what it ends in is nobody's any more.
      await().untilAsserted(() -> assertThat(traces()).as(feed.id()).isEmpty());
    }
  }

  @Test
  void aFeedWhoseServerWasAskedLeavesNeitherItsPaceNorItsToken() {
    server.start();
    server.stubFor(
        WireMock.post("/token")
            .willReturn(
                WireMock.okJson(
                    "{\"access_token\": \"m4rk3d-token\", \"token_type\": \"Bearer\", \"expires_in\": 3600}")));
    server.stubFor(WireMock.get("/" + MARK).willReturn(WireMock.okJson("[]")));
    Feed feed =
        Feeds.rest(
            MARK + "-oauth",
            Sources.rest(
                """
                url: http://localhost:%d/%s
                pace: 10ms
                oauth2:
                  token: http://localhost:%d/token
                  clientId: m4rk3d-client
                  clientSecret: ${KEY}
                """
                    .formatted(server.port(), MARK, server.port())));
    routes.add(Feeds.PARTNER, feed);
    await().until(() -> server.findAll(WireMock.getRequestedFor(WireMock.anyUrl())).size() > 0);

    routes.remove(feed.id());
    // The pace of its server holds until the last turn is over, and goes with the next turn asked.
    await()
        .untilAsserted(
            () -> {
              routes.add(Feeds.PARTNER, feeds(7).get(1));
              routes.remove(feeds(7).get(1).id());
              assertThat(traces(MARK)).isEmpty();
              assertThat(traces(Integer.toString(server.port()))).isEmpty();
            });
  }

  @Test
  void aFeedThatCannotBeBuiltLeavesNothingEither() {
    Feed feed = sftp(MARK + "-bad", "a b:c", "pass-" + MARK);
    assertThat(routes.add(Feeds.PARTNER, feed)).isPresent();
    assertThat(traces()).isEmpty();
  }

  @Test
  void aReplacedFeedHasItsNewSecretAndNotTheOldOne() {
    Feed before = sftp(MARK + "-again", "localhost", "old-" + MARK);
    Feed after = sftp(MARK + "-again", "localhost", "new-" + MARK);
    routes.add(Feeds.PARTNER, before);
    routes.remove(before.id());
    routes.add(Feeds.PARTNER, after);
    var endpoint = (SftpEndpoint) camel.getRoute(FeedRoutes.route(after.id())).getEndpoint();
    assertThat(endpoint.getConfiguration().getPassword()).isEqualTo("new-" + MARK);
    await().untilAsserted(() -> assertThat(traces("old-" + MARK)).isEmpty());
    routes.remove(after.id());
    await().untilAsserted(() -> assertThat(traces()).isEmpty());
  }

  @Test
  void feedsComeAndGoAHundredTimesAndTheHubStaysTheSameSize() {
    comeAndGo(0);
    Size once = size();
    for (int n = 1; n <= 100; n++) {
      comeAndGo(n);
    }
    await().untilAsserted(() -> assertThat(traces()).isEmpty());
    // The hub's own meters come when they are first used; those of feeds would be hundreds.
    await()
        .untilAsserted(
            () -> {
              Size now = size();
              assertThat(now.meters()).isLessThan(once.meters() + 20);
              assertThat(now).usingRecursiveComparison().ignoringFields("meters").isEqualTo(once);
            });
  }

  @Test
  void eachRouteIsDescribedAndTheTemplateStaysAsItWasWritten() {
    Feed one = sftp(MARK + "-one", "localhost", "x");
    Feed two = sftp(MARK + "-two", "localhost", "x");
    routes.add(Feeds.PARTNER, one);
    routes.add(Feeds.PARTNER, two);
    RouteTemplateDefinition template =
        ((ModelCamelContext) camel).getRouteTemplateDefinition("sftp-feed");
    assertThat(template.getRoute().getDescription())
        .isEqualTo("A partner's folder on an SFTP server");
    for (Feed feed : List.of(one, two)) {
      String route = FeedRoutes.route(feed.id());
      String title = feed.id() + " (sftp) of Kiruna Gruvor";
      assertThat(camel.getRoute(route).getDescription()).isEqualTo(title);
      assertThat(((ModelCamelContext) camel).getRouteDefinition(route).getDescription())
          .isEqualTo(title);
      routes.remove(feed.id());
    }
  }

  private void comeAndGo(int n) {
    for (Feed feed : feeds(n)) {
      routes.add(Feeds.PARTNER, feed);
      routes.remove(feed.id());
    }
  }

  private static List<Feed> feeds(int n) {
    return List.of(
        sftp(MARK + "-sftp-" + n, "localhost", "pass-" + MARK),
        Feeds.rest(
            MARK + "-rest-" + n,
            Sources.rest(
                """
                url: https://localhost:1/%s
                header: X-Api-Key
                key: ${KEY}
                """
                    .formatted(MARK))),
        Feeds.mail(
            MARK + "-mail-" + n,
            new MailSource(
                "localhost",
                1,
                true,
                Optional.empty(),
                "norrhub",
                new Secret("SECRET", "mail-" + MARK),
                "INBOX",
                List.of("@kraft.example"),
                Optional.empty(),
                "done",
                "refused",
                3,
                Sources.MAIL_OPTIONS)));
  }

  private static Feed sftp(String id, String host, String password) {
    return Feeds.sftp(
        id,
        new SftpSource(
            host,
            1,
            HOST_KEY,
            "norrhub",
            Optional.of(new Secret("SECRET", password)),
            Optional.empty(),
            "/out",
            "*.xml",
            Duration.ofSeconds(10),
            Optional.empty(),
            After.MOVE,
            Sources.SFTP_OPTIONS));
  }

  private List<String> traces() {
    return traces(MARK);
  }

  /** Wherever the hub's parts or Camel still hold something with the text in it. */
  private List<String> traces(String text) {
    Holdings holdings = new Holdings(text);
    for (String name : hub.getBeanDefinitionNames()) {
      Object bean = hub.getBeanFactory().getSingleton(name);
      if (bean != null && bean.getClass().getName().startsWith("norrhub.")) {
        holdings.look(name, bean);
      }
    }
    List<String> traces = new ArrayList<>(holdings.found());
    camel.getRoutes().stream().map(r -> r.getRouteId()).forEach(traces::add);
    ((ModelCamelContext) camel)
        .getRouteDefinitions().stream().map(d -> d.getRouteId()).forEach(traces::add);
    camel.getEndpoints().stream().map(Endpoint::getEndpointUri).forEach(traces::add);
    meters.getMeters().forEach(meter -> traces.add(meter.getId().toString()));
    camel.getRegistry().findByTypeWithName(String.class).forEach((k, v) -> traces.add(k + v));
    camel.getRegistry().findByTypeWithName(byte[].class).keySet().forEach(traces::add);
    camel.getRegistry().findByTypeWithName(SftpListing.class).keySet().forEach(traces::add);
    traces.removeIf(trace -> !trace.contains(text));
    return traces;
  }

  private Size size() {
    int threads =
        (int)
            Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains(MARK))
                .count();
    return new Size(
        camel.getRoutes().size(),
        ((ModelCamelContext) camel).getRouteDefinitions().size(),
        camel.getEndpoints().size(),
        meters.getMeters().size(),
        threads);
  }

  private record Size(int routes, int definitions, int endpoints, int meters, int threads) {}
}
