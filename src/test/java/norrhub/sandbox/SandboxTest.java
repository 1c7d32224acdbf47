package norrhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.client.RestClient;

class SandboxTest {
  @TempDir Path folder;
  private final List<StandInFile> files = StandInFiles.all();

  SandboxTest() throws Exception {}

  @Test
  void bringsInVacanciesByEveryTransportAndGoesOnAfterARestart() throws Exception {
    try (Sandbox sandbox = new Sandbox(folder, files, Ports.free(files))) {
      String text = sandbox.start().text();
      assertThat(text)
          .containsPattern("Boliden +rest +23 +22 +0 +1 ")
          .containsPattern("Gällivare kommun +rest +11 +10 +0 +1 ")
          .containsPattern("Icehotel +mail +8 +8 +0 ")
          .containsPattern("Jämtkraft +camel +4 +4 +0 ")
          .containsPattern("SCA +camel +4 +4 +0 ")
          .containsPattern("Komatsu Forest +rest +8 +8 +0 ")
          .containsPattern("LKAB +rest +11 +9 +0 +2 ")
          .containsPattern("Luleå kommun +rest +9 +7 +0 +2 ")
          .containsPattern("Luleå tekniska universitet +rest +8 +7 +0 +1 ")
          .containsPattern("Northvolt +rest +14 +11 +0 +3 ")
          .containsPattern("Region Norrbotten +sftp +21 +18 +3 ")
          .containsPattern("SSAB +sftp +12 +11 +1 ")
          .containsPattern("Skellefteå Kraft +mail +19 +15 +4 ")
          .containsPattern("Stegra +rest +19 +16 +3 ")
          .containsPattern("Vattenfall +rest +16 +14 +0 +2 ");
      assertThat(partnersIn(sandbox))
          .contains(
              "lulea-tekniska-universitet", "region-norrbotten", "skelleftea-kraft", "stegra");
      assertThatTheNumbersAddUp(text);
      assertThatItSaysHowAVacancyIsTakenOut(sandbox, text);
      Path events = folder.resolve("matching/events.jsonl");
      await().until(() -> Files.exists(events) && Files.readAllLines(events).size() > 30);
    }

    Files.delete(folder.resolve("try/region-norrbotten.xml"));
    try (Sandbox again = new Sandbox(folder, files, Ports.free(files))) {
      again.start();
      assertThat(partnersIn(again)).contains("region-norrbotten", "skelleftea-kraft", "stegra");
      assertThat(folder.resolve("try/region-norrbotten.xml")).doesNotExist();
    }
  }

  @Test
  void everyPartnerOfTheCampaignHasAStandIn() throws Exception {
    try (Stream<Path> partners = Files.list(Path.of("config/partners"))) {
      assertThat(files.stream().map(file -> file.id() + ".yaml"))
          .containsExactlyInAnyOrderElementsOf(
              partners.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void aTakenPortIsReportedInOneSentence() throws Exception {
    Ports ports = Ports.free(files);
    try (var other = new ServerSocket(ports.of("region-norrbotten"));
        var sandbox = new Sandbox(folder, files, ports)) {
      assertThat(other.isBound()).isTrue();
      assertThat(catchThrowable(sandbox::start))
          .isInstanceOf(CannotStart.class)
          .hasMessageStartingWith(
              "Port %d (Region Norrbotten's system) is taken."
                  .formatted(ports.of("region-norrbotten")));
    }
  }

  /** Accepted = shown, and each reason why one is not shown. */
  private static void assertThatTheNumbersAddUp(String text) {
    Matcher sum = Pattern.compile("Of (\\d+) accepted, (\\d+) are in campaign.json").matcher(text);
    assertThat(sum.find()).isTrue();
    int told = Integer.parseInt(sum.group(2));
    Matcher reason = Pattern.compile("(?m)^ {2,5}(\\d+) [a-z]").matcher(text);
    while (reason.find()) {
      told += Integer.parseInt(reason.group(1));
    }
    assertThat(told).as(text).isEqualTo(Integer.parseInt(sum.group(1)));
  }

  private void assertThatItSaysHowAVacancyIsTakenOut(Sandbox sandbox, String text)
      throws Exception {
    assertThat(text).contains("What you take out of a list stays there", "status=\"inactive\"");
    assertThat(Files.readString(folder.resolve("try/region-norrbotten.xml")))
        .contains("status=\"active\"");
    String notices =
        "http://localhost:%d/actuator/notices/stegra-jobs"
            .formatted(sandbox.ports().of(Ports.MANAGEMENT));
    assertThat(text).contains("curl -s " + notices);
    assertThat(RestClient.create(notices).get().retrieve().body(JsonNode.class).path("found"))
        .hasToString("9");
  }

  private static List<String> partnersIn(Sandbox sandbox) {
    String feed =
        "http://127.0.0.1:%d/feeds/campaign.json".formatted(sandbox.ports().of(Ports.WEB));
    JsonNode document = RestClient.create(feed).get().retrieve().body(JsonNode.class);
    return document.path("vacancies").findValuesAsText("partner");
  }
}
