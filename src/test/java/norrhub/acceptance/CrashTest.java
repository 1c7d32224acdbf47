package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import norrhub.FreePort;
import norrhub.TestDatabase;
import norrhub.sandbox.SftpStandIn;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A hub that is killed in the middle of a delivery ends as one that was not disturbed. */
class CrashTest {
  private static final int VACANCIES = 20_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aHubKilledInTheMiddleOfTwentyThousandEndsLikeOneThatWasNotDisturbed() throws Exception {
    Story calm = run(folder.resolve("calm"), false);
    Story crashed = run(folder.resolve("crashed"), true);

    assertThat(crashed.catalogue()).isEqualTo(calm.catalogue()).hasSize(VACANCIES);
    assertThat(crashed.changes()).isEqualTo(calm.changes());
    assertThat(crashed.campaign()).isEqualTo(calm.campaign()).hasSize(VACANCIES);
    assertThat(crashed.postings()).isEqualTo(calm.postings());
    assertThat(crashed.events().keySet()).isEqualTo(calm.events().keySet()).hasSize(VACANCIES);
  }

  private Story run(Path folder, boolean crash) throws Exception {
    String database = TestDatabase.url();
    var db = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
    Path home = HubProcess.home(folder);
    int broker = FreePort.next();
    List<String> settings =
        List.of(
            Tables.password(),
            "--norrhub.broker.acceptor.port=" + broker,
            "--norrhub.broker.acceptor.user=matching",
            "--norrhub.broker.acceptor.password=matching");
    try (var server =
        new SftpStandIn(folder.resolve("drop"), folder.resolve("keys"), "partner", 0)) {
      Files.writeString(
          home.resolve("config/partners/gruvbolaget.yaml"),
          Tables.partner(server, "gruv-jobs", "/"));
      Files.writeString(folder.resolve("drop/jobs.csv"), Tables.table(0, VACANCIES));
      if (crash) {
        HubProcess first = new HubProcess(home, database, settings);
        await()
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofMillis(20))
            .until(() -> count(db, "select last from change_counter") >= VACANCIES / 4);
        first.kill();
        assertThat(count(db, "select last from change_counter"))
            .as("it was killed in the middle")
            .isLessThan(VACANCIES);
      }
      try (HubProcess hub = new HubProcess(home, database, settings)) {
        await()
            .atMost(Duration.ofSeconds(180))
            .pollInterval(Duration.ofMillis(500))
            .until(
                () ->
                    count(db, "select count(*) from delivery where state = 'APPLIED'") == 1
                        && count(db, "select coalesce(min(change_cursor), 0) from board")
                            == VACANCIES
                        && count(db, "select coalesce(min(sent), 0) from relay") == VACANCIES
                        && campaign(hub).size() == VACANCIES);
        return new Story(
            db.queryForList(
                """
                select v.id || ' ' || v.version || ' ' || state || ' ' || md5(content) from vacancy v
                join vacancy_version using (id) order by 1""",
                String.class),
            db.queryForList(
                "select number || ' ' || reason from change order by number", String.class),
            db.queryForList(
                "select board || ' ' || vacancy || ' ' || version || ' ' || listed from posting order by 1",
                String.class),
            campaign(hub),
            events(broker));
      }
    }
  }

  private static Map<String, JsonNode> campaign(HubProcess hub) throws Exception {
    Map<String, JsonNode> vacancies = new TreeMap<>();
    String body = hub.feed("campaign.json");
    if (body.startsWith("{")) {
      JSON.readTree(body)
          .path("vacancies")
          .forEach(vacancy -> vacancies.put(vacancy.path("id").asText(), vacancy));
    }
    return vacancies;
  }

  private static Map<String, JsonNode> events(int port) throws Exception {
    Map<String, JsonNode> events = new TreeMap<>();
    try (var factory = new ActiveMQJMSConnectionFactory("tcp://127.0.0.1:" + port);
        Connection connection = factory.createConnection("matching", "matching")) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageConsumer queue =
          session.createConsumer(session.createQueue("norrhub.matching::matching"));
      connection.start();
      for (TextMessage message = (TextMessage) queue.receive(10_000);
          message != null;
          message = (TextMessage) queue.receive(2_000)) {
        JsonNode event = JSON.readTree(message.getText());
        events.put(event.path("id").asText(), event);
      }
    }
    return events;
  }

  private static long count(JdbcTemplate db, String sql) {
    Long count = db.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }

  private record Story(
      List<String> catalogue,
      List<String> changes,
      List<String> postings,
      Map<String, JsonNode> campaign,
      Map<String, JsonNode> events) {}
}
