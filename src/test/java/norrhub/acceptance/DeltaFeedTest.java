package norrhub.acceptance;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import norrhub.Norrhub;
import norrhub.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * JobTech's JobStream and a whole hub: everything once, then what has changed and what has ended.
 */
class DeltaFeedTest {
  @TempDir Path folder;

  private final WireMockServer stream = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    stream.start();
  }

  @AfterEach
  void stop() {
    stream.stop();
  }

  @Test
  void whatTheStreamRemovesGoesAndItsSilenceMeansNothing() throws IOException {
    stream.stubFor(
        get("/snapshot").willReturn(okJson("[" + ad(1) + "," + ad(2) + "," + ad(3) + "]")));
    stream.stubFor(
        get(urlPathEqualTo("/stream"))
            .willReturn(
                okJson(
                    "[{\"id\":\"2\",\"removed\":true,\"removed_date\":\"2026-11-20T10:00:00\"},"
                        + ad(4)
                        + "]")));

    try (ConfigurableApplicationContext hub = hub()) {
      JdbcClient db = hub.getBean(JdbcClient.class);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(open(db)).containsExactly("1", "3", "4"));
      stream.verify(1, getRequestedFor(urlEqualTo("/snapshot")));
      stream.verify(
          getRequestedFor(urlPathEqualTo("/stream"))
              .withQueryParam("date", matching("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d")));
      assertThat(
              db.sql("select reason from change where state = 'WITHDRAWN'")
                  .query(String.class)
                  .list())
          .containsExactly("removed");
    }
  }

  @Test
  void aSnapshotThatWasCutIsAskedForAgain() throws IOException {
    stream.stubFor(get("/snapshot").willReturn(okJson("[" + ad(1) + "," + ad(2).substring(0, 40))));
    stream.stubFor(get(urlPathEqualTo("/stream")).willReturn(okJson("[]")));

    try (ConfigurableApplicationContext hub = hub()) {
      JdbcClient db = hub.getBean(JdbcClient.class);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> stream.findAll(getRequestedFor(urlEqualTo("/snapshot"))).size() > 2);
      stream.verify(0, getRequestedFor(urlPathEqualTo("/stream")));
      assertThat(open(db)).containsExactly("1");

      stream.stubFor(get("/snapshot").willReturn(okJson("[" + ad(1) + "," + ad(2) + "]")));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !stream.findAll(getRequestedFor(urlPathEqualTo("/stream"))).isEmpty());
      assertThat(open(db)).containsExactly("1", "2");
    }
  }

  private ConfigurableApplicationContext hub() throws IOException {
    Path home = HubProcess.home(folder);
    Files.writeString(
        home.resolve("config/partners/jobbstrommen.yaml"),
        """
        name: Jobbströmmen
        boards: all
        feeds:
          - id: jobbstrommen
            format: jobtech-jobstream
            speaksFor: changes
            rest:
              url: %1$s/stream
              since: { parameter: date, snapshot: "%1$s/snapshot" }
        """
            .formatted(stream.baseUrl()));
    return new SpringApplicationBuilder(Norrhub.class)
        .run(
            "--norrhub.home.config=" + home.resolve("config"),
            "--norrhub.home.data=" + home.resolve("data"),
            "--norrhub.pace.poll-at-most=500ms",
            "--spring.datasource.url=" + TestDatabase.emptyUrl(),
            "--spring.datasource.username=postgres",
            "--server.port=0",
            "--management.server.port=0");
  }

  private static List<String> open(JdbcClient db) {
    return db.sql("select source_key from vacancy where state = 'OPEN' order by source_key")
        .query(String.class)
        .list();
  }

  private static String ad(int id) {
    return """
    {"id":"%1$d","headline":"Elektriker %1$d","webpage_url":"https://af.example/%1$d","description":{"text":"El."},
     "employer":{"name":"Kraft AB"},"workplace_address":{"municipality":"Kiruna","country_code":"199"},
     "publication_date":"2026-11-17T08:00:00","removed":false}"""
        .formatted(id);
  }
}
