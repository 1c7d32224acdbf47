package norrhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-ins are worth as much as they are like the originals. */
class WebPartnerTest {
  private final ObjectMapper json = new ObjectMapper();
  private final Deque<WebPartner> open = new ArrayDeque<>();

  @TempDir Path folder;

  @Test
  void whatHasNotChangedIsNotSaidAgain() throws Exception {
    String url = url("OnePage", "<rss/>", Map.of(), 0);
    HttpResponse<String> first = get(url);

    assertThat(first.body()).isEqualTo("<rss/>");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(get(url, "If-None-Match", etag).statusCode()).isEqualTo(304);
    Files.writeString(folder.resolve("vacancies"), "<rss></rss>");
    assertThat(get(url, "If-None-Match", etag).statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyIsWanted() throws Exception {
    String url = url("OnePage", "<rss/>", Map.of("X-Api-Key", "open sesame"), 0);

    assertThat(get(url).statusCode()).isEqualTo(401);
    assertThat(get(url, "X-Api-Key", "open sesame").statusCode()).isEqualTo(200);
  }

  @Test
  void aBusySystemAnswersOnceThatRequestsAreToWait() throws Exception {
    String url = url("OnePage", "<rss/>", Map.of(), 1);

    HttpResponse<String> busy = get(url);
    assertThat(busy.statusCode()).isEqualTo(429);
    assertThat(busy.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(get(url).statusCode()).isEqualTo(200);
  }

  @Test
  void smartRecruitersHasNoTextInItsListAndAllOfItInTheDetail() throws Exception {
    String url =
        url(
            "SmartRecruiters",
            "[{\"id\":\"1\",\"jobAd\":{}},{\"id\":\"2\",\"jobAd\":{}}]",
            Map.of(),
            0);

    assertThat(json.readTree(get(url + "?offset=1&limit=1").body()).toString())
        .isEqualTo("{\"offset\":1,\"limit\":1,\"totalFound\":2,\"content\":[{\"id\":\"2\"}]}");
    assertThat(json.readTree(get(url + "/2").body()).has("jobAd")).isTrue();
    assertThat(get(url + "/3").statusCode()).isEqualTo(404);
  }

  @Test
  void workdaysTotalIsRightOnTheFirstPageOnly() throws Exception {
    String url =
        url(
            "WorkdayCxs",
            "[{\"externalPath\":\"/job/a\",\"jobPostingInfo\":{\"id\":\"a\"}},{\"externalPath\":\"/job/b\"}]",
            Map.of(),
            0);

    assertThat(json.readTree(post(url, "{\"limit\":1,\"offset\":0}")).path("total").asInt())
        .isEqualTo(2);
    assertThat(json.readTree(post(url, "{\"limit\":1,\"offset\":1}")).path("total").asInt())
        .isZero();
    assertThat(post(url, "{\"limit\":21,\"offset\":0}")).isEqualTo("Bad request");
    assertThat(get(url.replace("/jobs", "/job/a")).body())
        .isEqualTo("{\"jobPostingInfo\":{\"id\":\"a\"}}");
  }

  @Test
  void teamtailorsApiWantsItsVersionAndTellsPlacesOfOneJobOnly() throws Exception {
    String url =
        url(
            "TeamtailorApi",
            "[{\"data\":{\"id\":\"1\",\"relationships\":{\"locations\":{\"data\":[]}}},\"included\":[]},{\"data\":{\"id\":\"2\"}}]",
            Map.of(),
            0);

    assertThat(get(url).statusCode()).isEqualTo(406);
    String page = get(url + "?page%5Bsize%5D=1", "X-Api-Version", "20240404").body();
    assertThat(json.readTree(page).at("/links/next").asText()).endsWith("page%5Bsize%5D=1");
    assertThat(page).doesNotContain("locations\":{\"data");
    assertThat(get(url + "/1", "X-Api-Version", "20240404").body()).contains("included");
  }

  @Test
  void vismaSaysWithStatus200ThatAGroupIsNotThere() throws Exception {
    String url = url("VismaRecruit", "<Assignments/>", Map.of(), 0);

    assertThat(get(url + "?guidGroup=else").body()).contains("<Error>");
    assertThat(get(url + "?guidGroup=else").statusCode()).isEqualTo(200);
  }

  @Test
  void successFactorsGivesAWebPageToWhoeverNamesAnotherCompany() throws Exception {
    String url = url("SuccessFactors", "<Job-Listing/>", Map.of(), 0);

    assertThat(get(url + "?company=KomatsuForest").body()).isEqualTo("<Job-Listing/>");
    assertThat(get(url + "?company=komatsuforest").body()).startsWith("<!DOCTYPE html>");
  }

  private String url(String system, String vacancies, Map<String, String> headers, int busyAt)
      throws Exception {
    Path file = Files.writeString(folder.resolve("vacancies"), vacancies);
    var web = new StandInFile.Web(1, system, "/List/jobs", headers, busyAt);
    var partner =
        new WebPartner(
            new StandInFile(
                "kraften",
                "Kraften",
                "vacancies",
                "UTF-8",
                Optional.of(web),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            file,
            0);
    open.push(partner);
    return partner.facts().get("url");
  }

  private static HttpResponse<String> get(String url, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    return HttpClient.newHttpClient()
        .send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            BodyHandlers.ofString());
  }

  private static String post(String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @AfterEach
  void close() {
    open.forEach(WebPartner::close);
  }

  @Test
  void aSystemWhoseJsonIsBrokenAnswers500UntilItIsRepaired() throws Exception {
    String url = url("SmartRecruiters", "[{\"id\":\"1\",}]", Map.of(), 0);
    assertThat(get(url + "?offset=0&limit=1").statusCode()).isEqualTo(500);
    Files.writeString(folder.resolve("vacancies"), "{\"id\": ");
    assertThat(get(url + "?offset=0&limit=1").statusCode()).isEqualTo(500);
    Files.writeString(folder.resolve("vacancies"), "[{\"id\":\"1\"}]");
    assertThat(get(url + "?offset=0&limit=1").statusCode()).isEqualTo(200);
  }

  @Test
  void anEditOfAWorkdayAdShowsInItsListToo() throws Exception {
    String url =
        url(
            "WorkdayCxs",
            "[{\"externalPath\":\"/job/a\",\"jobPostingInfo\":{\"title\":\"Gruvarbetare\"}}]",
            Map.of(),
            0);
    assertThat(
            json.readTree(post(url, "{\"limit\":20,\"offset\":0}"))
                .at("/jobPostings/0/title")
                .asText())
        .isEqualTo("Gruvarbetare");
  }

  @Test
  void brokenJsonIsReportedWithItsLine() {
    String wrong = "[{\n  \"title\": \"a\",\n}]";
    Exception mistake = (Exception) catchThrowable(() -> new ObjectMapper().readTree(wrong));

    assertThat(Mistake.of(Path.of("try/stegra.json"), mistake))
        .startsWith("try/stegra.json:3:")
        .contains("Unexpected character")
        .endsWith(". The stand-in answers 500 until the file is corrected.");
  }
}
