package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import norrhub.FreePort;
import norrhub.TestDatabase;
import norrhub.sandbox.MailStandIn;
import norrhub.sandbox.SftpStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dead server, a file with typos and a mail that is none: everybody else is served. */
class FailingPartnersTest {
  @TempDir Path folder;

  @Test
  void theFailingAreNamedAndAllOthersRun() throws Exception {
    Path home = HubProcess.home(folder);
    Path partners = home.resolve("config/partners");
    try (var server = new SftpStandIn(folder.resolve("drop"), folder.resolve("keys"), "p", 0);
        var mail = new MailStandIn(0, 0)) {
      mail.open("bolaget", "jobb@norrhub.example");
      String good = Tables.partner(server, "good-jobs", "/");
      Files.writeString(partners.resolve("good.yaml"), good);
      Files.writeString(
          partners.resolve("dead.yaml"),
          good.replace("good-jobs", "dead-jobs")
              .replace("port: " + server.port(), "port: " + FreePort.next()));
      Files.writeString(
          partners.resolve("typos.yaml"),
          good.replace("good-jobs", "typo-jobs")
              .replace("speaksFor: feed", "speaksFor: fed")
              .replace("every: 1m", "every: often")
              .replace("directory:", "folder:"));
      Files.writeString(
          partners.resolve("mail.yaml"),
          """
          name: Bolaget
          boards: all
          feeds:
            - id: mail-jobs
              format: csv-vacancies
              speaksFor: feed
              every: 1m
              mail:
                host: 127.0.0.1
                port: %d
                tls: false
                user: bolaget
                password: ${MAIL_PASSWORD}
                senders: ["@bolaget.example"]
                tries: 2
          """
              .formatted(mail.imapPort()));
      Files.writeString(folder.resolve("drop/jobs.csv"), Tables.table(0, 20));
      mail.send(
          "hr@bolaget.example",
          "jobb@norrhub.example",
          "Gift",
          "jobb.csv",
          new byte[] {0, 1, 2, 3, 0, 0, 7});
      mail.send(
          "hr@bolaget.example",
          "jobb@norrhub.example",
          "Lediga jobb",
          "jobb.csv",
          Tables.table(100, 115).getBytes(StandardCharsets.UTF_8));

      try (HubProcess hub =
          new HubProcess(
              home,
              TestDatabase.url(),
              List.of(Tables.password(), "--MAIL_PASSWORD=" + MailStandIn.PASSWORD))) {
        hub.awaitUp();
        await()
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofSeconds(1))
            .untilAsserted(
                () -> {
                  JsonNode feeds =
                      new ObjectMapper().readTree(hub.health()).at("/components/feeds/details");
                  assertThat(feeds.at("/failing/dead-jobs/reason").asText()).isNotEmpty();
                  assertThat(feeds.at("/rejectedFiles/partner typos"))
                      .extracting(JsonNode::asText)
                      .satisfiesExactly(
                          fault -> assertThat(fault).contains("typos.yaml:6:", "speaksFor"),
                          fault -> assertThat(fault).contains("typos.yaml:7:", "every"),
                          fault -> assertThat(fault).contains("typos.yaml:8:", "directory"),
                          fault -> assertThat(fault).contains("typos.yaml:14:", "folder"));
                  assertThat(feeds.at("/ok/good-jobs/lastDelivery/outcome").asText())
                      .contains("20 accepted");
                  assertThat(hub.feed("campaign.json"))
                      .contains("Bergarbetare 0\"", "Bergarbetare 114\"");
                });
        assertThat(new ObjectMapper().readTree(hub.health()).path("status").asText())
            .isEqualTo("UP");
      }
    }
  }
}
