package norrhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import norrhub.sandbox.Ports.Listener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;

class SandboxTest {
  @TempDir Path folder;

  @Test
  void bringsInVacanciesByEveryTransportAndGoesOnAfterARestart() throws Exception {
    try (Sandbox sandbox = new Sandbox(folder, Ports.free())) {
      assertThat(sandbox.start().text())
          .containsPattern("Region Norrbotten +sftp +21 +18 +3 ")
          .containsPattern("Skellefteå Kraft +mail +19 +15 +4 ")
          .containsPattern("Stegra +rest +19 +16 +3 ");
      assertThat(partnersIn(sandbox)).contains("region-norrbotten", "skelleftea-kraft", "stegra");
      Path events = folder.resolve("matching/events.jsonl");
      await().until(() -> Files.exists(events) && Files.readAllLines(events).size() > 30);
    }

    Files.delete(folder.resolve("try/region-norrbotten.xml"));
    try (Sandbox again = new Sandbox(folder, Ports.free())) {
      again.start();
      assertThat(partnersIn(again)).contains("region-norrbotten", "skelleftea-kraft", "stegra");
      assertThat(folder.resolve("try/region-norrbotten.xml")).doesNotExist();
    }
  }

  @Test
  void aTakenPortIsToldInOneSentence() throws Exception {
    Ports ports = Ports.free();
    try (AtsStandIn other =
        new AtsStandIn(folder.resolve("jobs.json"), 6, ports.of(Listener.SFTP))) {
      assertThat(other.url()).isNotEmpty();
      try (Sandbox sandbox = new Sandbox(folder, ports)) {
        assertThat(catchThrowable(sandbox::start))
            .isInstanceOf(CannotStart.class)
            .hasMessageStartingWith(
                "Port %d (Region Norrbotten's SFTP server) is taken."
                    .formatted(ports.of(Listener.SFTP)));
      }
    }
  }

  private static List<String> partnersIn(Sandbox sandbox) {
    String feed =
        "http://127.0.0.1:%d/feeds/campaign.json".formatted(sandbox.ports().of(Listener.WEB));
    JsonNode document = RestClient.create(feed).get().retrieve().body(JsonNode.class);
    return document.path("vacancies").findValuesAsText("partner");
  }
}
