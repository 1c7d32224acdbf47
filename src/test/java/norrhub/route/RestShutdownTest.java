package norrhub.route;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import norrhub.partner.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A hub of its own, which ends while a poll waits a minute for its turn at the server. */
class RestShutdownTest {
  private static final String FEED = "shut-rest";

  /** Camel itself would wait half a minute for the poll, and then interrupt it. */
  private static final Duration AT_ONCE = Duration.ofSeconds(15);

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private ConfigurableApplicationContext hub;

  @BeforeEach
  void startHub() {
    server.start();
    server.stubFor(get("/jobs.json").willReturn(okJson("{\"items\":[],\"next_url\":\"/2\"}")));
    server.stubFor(get("/2").willReturn(okJson("{\"items\":[1],\"next_url\":null}")));
    hub =
        new SpringApplicationBuilder(RouteTestHub.class)
            .web(WebApplicationType.NONE)
            .initializers(new RouteTest.OwnDatabase())
            .run(
                "--camel.main.routes-include-pattern=file:routes/*feed.camel.yaml",
                "--camel.main.shutdown-timeout=30");
  }

  @AfterEach
  void stop() {
    hub.close();
    server.stop();
  }

  @Test
  void thePauseEndsWithTheHubAndAnUnfinishedPollEntersNothing() {
    String database = hub.getEnvironment().getProperty("spring.datasource.url");
    addFeed();

    assertThat(timeOf(hub::close)).isLessThan(AT_ONCE);

    assertThat(server.getAllServeEvents()).hasSize(1);
    var db = JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));
    assertThat(new Ledger(db).rows(FEED)).isEmpty();
  }

  @Test
  void soDoesItWhenTheFeedIsTakenOut() {
    addFeed();

    assertThat(timeOf(() -> hub.getBean(FeedRoutes.class).remove(FEED))).isLessThan(AT_ONCE);

    assertThat(server.getAllServeEvents()).hasSize(1);
    assertThat(new Ledger(hub.getBean(JdbcClient.class)).rows(FEED)).isEmpty();
  }

  private void addFeed() {
    String source =
        """
        url: %s/jobs.json
        next: /next_url
        pace: 60s
        """
            .formatted(server.baseUrl());
    hub.getBean(FeedRoutes.class).add(Feeds.PARTNER, Feeds.rest(FEED, Sources.rest(source)));
    await().until(() -> !server.getAllServeEvents().isEmpty());
    // Its answer is read meanwhile, and the pause begins.
    await().pollDelay(Duration.ofMillis(500)).until(() -> server.getAllServeEvents().size() == 1);
  }

  private static Duration timeOf(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
