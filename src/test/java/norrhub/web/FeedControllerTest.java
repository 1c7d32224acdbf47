package norrhub.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static norrhub.board.Vacancies.doctor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import norrhub.TestDatabase;
import norrhub.board.CatalogueRows;
import norrhub.vacancy.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedControllerTest {
  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");
  private static final String KEY = "one-key-of-two";

  @TempDir private static Path home;
  private static WebFixture hub;

  @BeforeAll
  static void start() {
    String url = TestDatabase.url();
    CatalogueRows catalogue = new CatalogueRows(TestDatabase.of(url));
    String keyed =
        """
        name: Keyed
        format: campaign-json
        keys:
          - sha256:0000000000000000000000000000000000000000000000000000000000000000
          - %s
        """
            .formatted(norrhub.board.KeyHash.of(KEY).text());
    hub =
        new WebFixture(
            url,
            home,
            Map.of(
                "campaign", "name: Jobba i norr\nformat: campaign-json\naccess: public\n",
                "keyed", keyed,
                "broken", "name: Broken\nformat: campaign-xml\naccess: public\n"));
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    catalogue.change(doctor("2"), State.OPEN, "new", T);
    hub.publish();
    catalogue.change(doctor("2"), State.WITHDRAWN, "absent", T);
    hub.publish(); // posted, but within the pace not built
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void theDocumentIsServedPlain() throws Exception {
    HttpResponse<byte[]> answer = hub.get("/feeds/campaign.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(header(answer, "Vary")).contains("Accept-Encoding");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(json(answer.body()).get("count").asInt()).isEqualTo(2);
    assertThat(Long.parseLong(header(answer, "Content-Length"))).isEqualTo(answer.body().length);
  }

  @Test
  void theDocumentIsServedCompressedOnceToWhoTakesIt() throws Exception {
    HttpResponse<byte[]> answer =
        hub.get("/feeds/campaign.json", "Accept-Encoding", "br;q=1.0, gzip;q=0.8");
    assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(plain).isEqualTo(hub.get("/feeds/campaign.json").body());
    HttpResponse<byte[]> refused = hub.get("/feeds/campaign.json", "Accept-Encoding", "gzip;q=0");
    assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void whoHasItGetsNoBody(String coding) throws Exception {
    String etag = header(hub.get("/feeds/campaign.json", "Accept-Encoding", coding), "ETag");
    assertThat(etag).startsWith("\"");
    HttpResponse<byte[]> again =
        hub.get("/feeds/campaign.json", "Accept-Encoding", coding, "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    String other = coding.equals("gzip") ? "identity" : "gzip";
    assertThat(
            hub.get("/feeds/campaign.json", "Accept-Encoding", other, "If-None-Match", etag)
                .statusCode())
        .as("each representation has an ETag of its own")
        .isEqualTo(200);
  }

  @Test
  void headIsGetWithoutTheBody() throws Exception {
    HttpResponse<byte[]> get = hub.get("/feeds/campaign.json");
    HttpResponse<byte[]> head = hub.send("HEAD", "/feeds/campaign.json");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
    assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
  }

  @Test
  void theChangesBehindTheDocumentTellWhatWentOut() throws Exception {
    String cursor = json(hub.get("/feeds/campaign.json").body()).get("cursor").asText();
    JsonNode page = json(hub.get("/feeds/campaign/changes?after=" + cursor).body());
    assertThat(page.get("more").asBoolean()).isFalse();
    assertThat(page.get("cursor").asText()).isEqualTo("3");
    JsonNode gone = page.get("changes").get(0);
    assertThat(gone.get("id").asText()).isEqualTo(doctor("2").id().toString());
    assertThat(gone.get("removed").asBoolean()).isTrue();
    assertThat(gone.get("removedAt").asText()).isEqualTo("2026-11-22T10:00:00Z");
    assertThat(gone.get("reason").asText()).isEqualTo("absent");
    assertThat(gone.get("version").asInt()).isEqualTo(2);
  }

  @Test
  void pagesOfChangesFollowEachOther() throws Exception {
    JsonNode first = json(hub.get("/feeds/campaign/changes?limit=1").body());
    assertThat(first.get("more").asBoolean()).isTrue();
    assertThat(first.get("changes").get(0).get("title").asText()).contains("Överläkare");
    String cursor = first.get("cursor").asText();
    JsonNode second = json(hub.get("/feeds/campaign/changes?limit=5&after=" + cursor).body());
    assertThat(second.get("more").asBoolean()).isFalse();
    assertThat(second.get("changes")).hasSize(1);
  }

  @Test
  void oneVacancyIsThereOrGoneOrNeverWas() throws Exception {
    assertThat(hub.get("/feeds/campaign/vacancies/" + doctor("1").id()).statusCode())
        .isEqualTo(200);
    HttpResponse<byte[]> gone = hub.get("/feeds/campaign/vacancies/" + doctor("2").id());
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(json(gone.body()).get("removed").asBoolean()).isTrue();
    assertThat(hub.get("/feeds/campaign/vacancies/" + doctor("3").id()).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/campaign/changes?after=x, 400",
    "/feeds/campaign/changes?after=-1, 400",
    "/feeds/campaign/changes?after=99999999999999999999, 400",
    "/feeds/campaign/changes?limit=0, 400",
    "/feeds/campaign/changes?limit=1001, 400",
    "/feeds/campaign/changes?after=4, 410",
    "/feeds/campaign.xml, 404",
    "/feeds/nobody.json, 404",
    "/feeds/broken.json, 404",
    "/feeds/campaign, 404",
    "/schema/no-such.json, 404",
    "/schema/..%2f..%2fapplication.yaml, 400",
    "/feeds/campaign/vacancies/x, 404",
    "/feeds/campaign/../../etc/passwd, 400",
    "/actuator/env, 404",
    "/actuator/health, 404",
    "/, 404",
  })
  void whatIsWrongIsSaidWithoutAStack(String path, int status) throws Exception {
    HttpResponse<byte[]> answer = hub.get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(new String(answer.body(), UTF_8))
        .doesNotContain("Exception", "norrhub.", "trace", "message", "Tomcat");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = json(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).isNotBlank();
    assertThat(problem.get("type").asText()).isEqualTo("about:blank");
    assertThat(problem.get("instance").asText()).isEqualTo(path.replaceFirst("[?].*", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE"})
  void onlyReadingIsOpen(String method) throws Exception {
    assertThat(hub.send(method, "/feeds/campaign.json").statusCode()).isGreaterThanOrEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vacancy-v1", "board-v1", "openapi", "asyncapi"})
  void theSchemasAreServed(String name) throws Exception {
    HttpResponse<byte[]> answer = hub.get("/schema/" + name + ".json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer.body()).isObject()).isTrue();
  }

  @Test
  void aKeyedBoardOpensForItsKeysOnly() throws Exception {
    assertThat(hub.get("/feeds/keyed.json").statusCode()).isEqualTo(401);
    assertThat(header(hub.get("/feeds/keyed.json"), "WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(hub.get("/feeds/keyed/changes", "X-Api-Key", "wrong").statusCode()).isEqualTo(401);
    assertThat(hub.get("/feeds/keyed.json", "X-Api-Key", KEY).statusCode()).isEqualTo(200);
    assertThat(hub.get("/feeds/keyed/changes", "Authorization", "Bearer " + KEY).statusCode())
        .isEqualTo(200);
    assertThat(hub.get("/feeds/%6beyed.json").statusCode()).isEqualTo(401);
    assertThat(hub.get("/feeds/keyed.json;.campaign").statusCode()).isNotEqualTo(200);
    assertThat(hub.get("/feeds//keyed.json").statusCode()).isNotEqualTo(200);
    assertThat(hub.get("/feeds/keyed.json/").statusCode()).isNotEqualTo(200);
  }

  private static JsonNode json(byte[] body) throws Exception {
    return new ObjectMapper().readTree(body);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
