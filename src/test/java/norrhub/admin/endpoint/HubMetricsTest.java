package norrhub.admin.endpoint;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import norrhub.admin.LiveHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubMetricsTest {
  @TempDir private Path home;

  @Test
  void metricsFollowTheFeedsAndAnswerWhenTheDatabaseDoesNot() throws Exception {
    try (LiveHub hub =
        new LiveHub(
            home,
            "good",
            """
            name: Bolaget
            boards: all
            feeds:
              - id: good-jobs
                format: teamtailor-feed
                speaksFor: feed
                every: 1d
                rest:
                  url: ATS/good
            """)) {
      hub.ats.stubFor(get("/good").willReturn(okJson(LiveHub.vacancies("Snickare", "Svetsare"))));
      hub.start();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(metrics(hub))
                      .contains("norrhub_vacancies{feed=\"good-jobs\",state=\"open\"} 2.0")
                      .contains("norrhub_feed_waiting{feed=\"good-jobs\"} 0.0")
                      .contains("norrhub_feed_held_back{feed=\"good-jobs\"} 0.0")
                      .contains("norrhub_deliveries_recent{state=\"applied\"} 1.0")
                      .contains(
                          "norrhub_feed_health{feed=\"good-jobs\",health=\"ok\",partner=\"good\"} 1.0"));

      hub.part(DataSource.class).unwrap(HikariDataSource.class).close();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                Instant begun = Instant.now();
                assertThat(metrics(hub))
                    .contains("norrhub_database_up 0.0")
                    .doesNotContain("norrhub_vacancies{");
                assertThat(Duration.between(begun, Instant.now()))
                    .isLessThan(Duration.ofSeconds(2));
              });
    }
  }

  @Test
  void theRunbookNamesEveryMetricOfTheHub() throws Exception {
    String runbook = Files.readString(Path.of("src/docs/monitoring.md"));
    for (HubMetric metric : HubMetric.values()) {
      assertThat(runbook).contains("`" + metric.meter().replace('.', '_'));
    }
    assertThat(runbook).contains("`norrhub_database_up`", "`norrhub_events_failing`");
  }

  private static String metrics(LiveHub hub) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + hub.port() + "/actuator/prometheus"))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
