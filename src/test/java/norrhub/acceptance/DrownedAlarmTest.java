package norrhub.acceptance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import norrhub.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole hub and two feeds with more notices than are kept: what matters is heard all the same.
 */
class DrownedAlarmTest {
  /** More than are kept of one delivery. */
  private static final int MANY = 6_000;

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  private final WireMockServer ats = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    ats.start();
  }

  @AfterEach
  void stop() {
    ats.stop();
  }

  @Test
  void aFeedThatShrinksIsFailingAndADeltaFeedAsksAgainForWhatWasNotRead() throws IOException {
    table(10 * MANY);
    ats.stubFor(get("/snapshot").willReturn(okJson("[" + ad(1) + "]")));
    String ads =
        IntStream.range(2, MANY).mapToObj(DrownedAlarmTest::ad).collect(Collectors.joining(","));
    ats.stubFor(get(urlPathEqualTo("/stream")).willReturn(okJson("[" + ads + ",{\"id\":\"7")));
    Path home = home();

    try (HubProcess hub = new HubProcess(home, TestDatabase.emptyUrl(), List.of()).awaitUp()) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  feed(hub, "ok", "large-jobs")
                      .at("/lastDelivery/outcome")
                      .asText()
                      .contains("accepted"));
      table(MANY);
      await().atMost(PATIENCE).until(() -> feed(hub, "failing", "large-jobs").isObject());
      assertThat(feed(hub, "failing", "large-jobs").path("reason").asText())
          .contains("54000 of 60000 missing");
      assertThat(feed(hub, "failing", "large-jobs").path("heldBack").asInt()).isEqualTo(9 * MANY);

      await().atMost(PATIENCE).until(() -> asked().size() > 2);
      assertThat(asked().stream().distinct()).as("nothing is asked for later").hasSize(1);
      assertThat(feed(hub, "failing", "delta-jobs").path("reason").asText()).contains("cut off");
    }
  }

  private List<String> asked() {
    return ats.findAll(getRequestedFor(urlPathEqualTo("/stream"))).stream()
        .map(request -> request.queryParameter("date").firstValue())
        .toList();
  }

  private static JsonNode feed(HubProcess hub, String how, String feed) throws IOException {
    return new ObjectMapper()
        .readTree(hub.health())
        .at("/components/feeds/details/%s/%s".formatted(how, feed));
  }

  private void table(int vacancies) {
    String rows =
        IntStream.rangeClosed(1, vacancies)
            .mapToObj(
                n ->
                    "K%d;Montör;Elnät.;Boden;när det passar;https://jobb.example.se/%d\n"
                        .formatted(n, n))
            .collect(Collectors.joining());
    ats.stubFor(
        get("/jobs.csv")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/csv")
                    .withBody("Referens;Titel;Beskrivning;Ort;Sista ansökningsdag;Länk\n" + rows)));
  }

  private static String ad(int id) {
    return """
    {"id":"%1$d","headline":"Elektriker %1$d","webpage_url":"https://af.example/%1$d","description":{"text":"El."},
     "employer":{"name":"Kraft AB"},"workplace_address":{"municipality":"Kiruna","country_code":"199"},
     "application_deadline":"när det passar","publication_date":"2026-11-17T08:00:00","removed":false}"""
        .formatted(id);
  }

  private Path home() throws IOException {
    Path home = HubProcess.home(folder);
    Files.writeString(
        home.resolve("config/partners/bolaget.yaml"),
        """
        name: Bolaget
        boards: all
        feeds:
          - id: large-jobs
            format: csv-vacancies
            speaksFor: feed
            rest:
              url: %1$s/jobs.csv
          - id: delta-jobs
            format: jobtech-jobstream
            speaksFor: changes
            rest:
              url: %1$s/stream
              since: { parameter: date, snapshot: "%1$s/snapshot" }
        """
            .formatted(ats.baseUrl()));
    return home;
  }
}
