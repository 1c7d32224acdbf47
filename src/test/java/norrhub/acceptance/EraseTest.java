package norrhub.acceptance;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import norrhub.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person who stands in a partner's vacancy, and still does in the partner's system. */
class EraseTest {
  private static final String CANARY = "Kanarie Fågelsång";

  @TempDir private Path folder;
  private JdbcClient db;

  @Test
  void nothingOfThePersonIsLeftAndTheNextPollBringsNothingBack() throws Exception {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    server.stubFor(get(urlPathEqualTo("/jobs")).willReturn(okJson(list())));
    Path partners = HubProcess.home(folder).resolve("config/partners");
    Files.writeString(
        partners.resolve("kraft.yaml"),
        "name: Kraft\nboards: all\nfeeds:\n  - id: kraft-jobs\n    format: smartrecruiters\n"
            + "    speaksFor: feed\n    rest: { url: \"%s/jobs\" }\n".formatted(server.baseUrl()));
    String url = TestDatabase.url();
    db = JdbcClient.create(TestDatabase.of(url));
    try (HubProcess hub = new HubProcess(folder, url, List.of()).awaitUp()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                assertThat(hub.feed("campaign.json")).contains(CANARY);
                assertThat(count("select count(*) from posting where board = 'matching'"))
                    .isEqualTo(12);
                assertThat(count("select sent from relay where board = 'matching'")).isEqualTo(12);
              });
      assertThat(traces()).as("it is everywhere").hasSizeGreaterThan(3);

      assertThat(hub.command("erase", "--person", CANARY, "--why", "begäran 17"))
          .contains("would be erased: 1 vacancies", "Nothing was erased", "record 744000000000003");
      assertThat(hub.feed("campaign.json")).contains(CANARY);
      assertThat(hub.command("erase", "--person", CANARY, "--why", "begäran 17", "--confirm"))
          .contains("erased: 1 vacancies", "1 events", "the system of kraft still sends record");
      OffsetDateTime erased =
          db.sql("select clock_timestamp()").query(OffsetDateTime.class).single();

      assertThat(hub.feed("campaign.json")).doesNotContain(CANARY).contains("Tekniker 2");
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                assertThat(
                        db.sql(
                                "select count(*) from delivery where state <> 'RECEIVED' and received_at > ?")
                            .param(erased)
                            .query(Integer.class)
                            .single())
                    .isPositive();
                assertThat(count("select sent from relay where board = 'matching'")).isEqualTo(13);
                assertThat(traces()).isEmpty();
              });
      assertThat(count("select count(*) from vacancy where state = 'OPEN'")).isEqualTo(11);
      assertThat(hub.log()).noneMatch(line -> line.contains(CANARY));
    } finally {
      server.stop();
    }
    assertThat(traces()).as("with the hub down").isEmpty();
  }

  /** Tables and files that hold the person. */
  private List<String> traces() throws IOException {
    List<String> found = new ArrayList<>();
    for (String table :
        db.sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list()) {
      if (count(
              "select count(*) from "
                  + table
                  + " t where position('"
                  + CANARY
                  + "' in t::text) > 0")
          > 0) {
        found.add(table);
      }
    }
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (holds(file)) {
          found.add(folder.relativize(file).toString());
        }
      }
    }
    return found;
  }

  private static boolean holds(Path file) throws IOException {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
          .anyMatch(charset -> bytes.contains(asBytes(charset)));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static String asBytes(Charset charset) {
    return new String(CANARY.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  private int count(String sql) {
    return db.sql(sql).query(Integer.class).optional().orElse(0);
  }

  private static String list() {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(
            n ->
                """
                {"id":"%1$d","name":"Tekniker %2$d%3$s","company":{"identifier":"Kraft","name":"Kraft AB"},
                 "location":{"city":"Kiruna","country":"se"},"visibility":"PUBLIC",
                 "releasedDate":"2026-11-08T07:11:28.000Z"}"""
                    .formatted(744000000000000L + n, n, n == 3 ? ", fråga " + CANARY : ""))
        .collect(Collectors.joining(",", "{\"content\":[", "]}"));
  }
}
