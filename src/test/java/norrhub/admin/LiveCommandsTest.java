package norrhub.admin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import norrhub.FreePort;
import norrhub.admin.cli.CommandLineRun;
import norrhub.route.SftpPartner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One hub for all: each test has a feed of its own. */
class LiveCommandsTest {
  @TempDir private static Path home;
  @TempDir private static Path temp;
  private static LiveHub hub;
  private static SftpPartner server;

  @BeforeAll
  static void start() throws IOException {
    server = new SftpPartner(temp.resolve("partner"));
    server.closes("1.csv"::equals);
    server.put("1.csv", "Titel;Ort\n");
    server.put("les\u001b[31mmig.txt", "?");
    hub =
        new LiveHub(
            home,
            "good",
            partner("good-jobs", "/good"),
            "slow",
            partner("slow-jobs", "/slow"),
            "dead",
            partner("dead-jobs", "/dead"),
            "tired",
            partner("tired-jobs", "/exhausted").replace("ATS", "TIRED"),
            "sleepy",
            partner("sleepy-jobs", "/tired").replace("ATS", "TIRED"),
            "resting",
            "off: the agreement is not signed\n" + partner("resting-jobs", "/rest"),
            "listing",
            """
            name: Bolaget
            boards: all
            off: the agreement is not signed
            feeds:
              - id: listing-jobs
                format: workday-cxs
                speaksFor: feed
                rest:
                  url: ATS/list
                  details: { address: "/detail{+externalPath}" }
            """,
            "stuck",
            """
            name: Kraftbolaget
            boards: all
            feeds:
              - id: stuck-jobs
                format: csv-vacancies
                speaksFor: changes
                every: 1d
                sftp:
                  host: localhost
                  port: %d
                  hostKey: %s
                  user: norrhub
                  password: ${STUCK_PASSWORD}
                  directory: /
                  files: "*.csv"
                  settle: 2s
                  after: leave
            """
                .formatted(server.port(), server.hostKey()),
            "typos",
            partner("typo-jobs", "/typo").replace("every: 1d", "every: often"));
    hub.ats.stubFor(get("/good").willReturn(okJson(LiveHub.vacancies("Snickare"))));
    hub.ats.stubFor(get("/slow").willReturn(okJson(LiveHub.vacancies("Snickare"))));
    hub.ats.stubFor(get("/dead").willReturn(aResponse().withStatus(500)));
    for (String path : new String[] {"/tired", "/exhausted"}) {
      hub.tired.stubFor(
          get(path).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));
    }
    hub.start();
  }

  @AfterAll
  static void stop() throws IOException {
    hub.close();
    server.close();
  }

  @Test
  void aFileThatHoldsItsFeedUpIsSkippedByNameAndAFeedOfChangesWaitsForAWord() throws IOException {
    await().until(() -> hub.run("status").out().contains("1.csv cannot be read"));
    CommandLineRun status = hub.run("status", "stuck-jobs");
    assertThat(status.out())
        .contains(
            "stuck-jobs: 1 file is left, for `files` does not match: les\\u001b[31mmig.txt\n",
            "`norrhub skip stuck-jobs '1.csv' --why <text>`")
        .doesNotContain("\u001b");
    assertThat(hub.run("skip", "stuck-jobs", "1.csv").exitCode()).isEqualTo(2);
    assertThat(hub.run("skip", "stock-jobs", "1.csv", "--why", "x").err())
        .startsWith("No feed is called `stock-jobs`; did you mean `stuck-jobs`?");
    assertThat(hub.run("skip", "good-jobs", "1.csv", "--why", "x").err())
        .startsWith("Nothing holds good-jobs up");
    CommandLineRun typed = hub.run("skip", "stuck-jobs", "l.csv", "--why", "x");
    assertThat(typed.err())
        .startsWith("`l.csv` does not hold stuck-jobs up; did you mean `1.csv`?");
    assertThat(typed.exitCode()).isEqualTo(1);
    assertThat(hub.run("confirm", "stuck-jobs", "--why", "x").err())
        .startsWith("stuck-jobs misses nothing");

    assertThat(hub.run("skip", "stuck-jobs", "1.csv", "--why", "it comes as 2.csv").exitCode())
        .isZero();

    await()
        .until(() -> hub.run("status", "stuck-jobs").out().contains("norrhub confirm stuck-jobs"));
    server.put("2.csv", "Titel;Ort\n");
    CommandLineRun poll = hub.run("poll", "stuck-jobs");
    assertThat(poll.out())
        .contains("stuck-jobs: 1 file is taken once the size no longer changes: 2.csv");
    CommandLineRun confirm = hub.run("confirm", "stuck-jobs", "--why", "2.csv came");
    assertThat(confirm.out()).containsPattern("stuck-jobs-\\d+ is confirmed");
    await()
        .until(() -> !hub.run("status", "stuck-jobs").out().contains("norrhub confirm stuck-jobs"));
  }

  private static String partner(String feed, String path) {
    return """
    name: Bolaget
    boards: all
    feeds:
      - id: %s
        format: teamtailor-feed
        speaksFor: feed
        every: 1d
        rest:
          url: ATS%s
    """
        .formatted(feed, path);
  }

  @Test
  void theStatusShowsEveryFeedAndWhatIsFailingAndSinceWhen() {
    CommandLineRun status = await().until(() -> hub.run("status"), LiveCommandsTest::isSettled);

    assertThat(status.out())
        .containsPattern("dead-jobs +rest +live +failing +\\d+ s ago +in ")
        .containsPattern("good-jobs +rest +live +ok +\\d+ s ago +in 21 h +good-jobs-\\d+, ")
        .contains("1 received, 1 accepted (1 new or changed)")
        .containsPattern("resting-jobs +rest +off +off +never +none +none yet")
        .containsPattern("dead-jobs is failing since 2\\S+ \\(\\d+ s ago\\): .*HTTP 500")
        .containsPattern("sleepy-jobs is backing off until 2\\S+: .*HTTP 429")
        .contains("resting-jobs is off: the agreement is not signed")
        .containsPattern("rejected, partner typos:\n  .*typos.yaml:7: `every` is not a duration");
    assertThat(status.out().indexOf("dead-jobs")).isLessThan(status.out().indexOf("good-jobs"));
    assertThat(status.exitCode()).isEqualTo(1);
  }

  private static boolean isSettled(CommandLineRun status) {
    return status.out().contains("HTTP 500")
        && status.out().contains("sleepy-jobs is backing off until")
        && status.out().contains("good-jobs-");
  }

  @Test
  void programsGetTheStatusAsJson() throws IOException {
    JsonNode status = new ObjectMapper().readTree(hub.run("status", "good-jobs", "--json").out());

    assertThat(status.at("/feeds")).hasSize(1);
    assertThat(status.at("/feeds/0/format").asText()).isEqualTo("teamtailor-feed");
    assertThat(status.has("upSince")).isTrue();
  }

  @Test
  void aPollComesNowThoughTheIntervalIsADayAndTellsWhatItBrought() {
    await().until(() -> hub.run("status", "slow-jobs").out().contains("1 received"));
    hub.ats.stubFor(get("/slow").willReturn(okJson(LiveHub.vacancies("Snickare", "Svetsare"))));

    CommandLineRun poll = hub.run("poll", "slow-jobs");

    assertThat(poll.out()).contains("2 received, 2 accepted (1 new or changed)");
    assertThat(poll.exitCode()).isZero();
  }

  @Test
  void aFeedThatBacksOffIsPolledOnlyByForce() {
    await().until(() -> hub.run("status", "tired-jobs").out().contains("HTTP 429"));

    CommandLineRun poll = hub.run("poll", "tired-jobs");
    assertThat(poll.err())
        .startsWith("The server of tired-jobs asked for a pause until 2")
        .contains("(HTTP 429", "--force asks it all the same");
    assertThat(poll.exitCode()).isEqualTo(1);

    hub.tired.stubFor(get("/exhausted").willReturn(okJson(LiveHub.vacancies("Snickare"))));
    assertThat(hub.run("poll", "tired-jobs", "--force").out()).contains("1 received, 1 accepted");
  }

  @Test
  void aFeedThatIsOffOrUnknownIsNotPolledAndTheReasonIsReported() {
    assertThat(hub.run("poll", "resting-jobs").err())
        .startsWith("resting-jobs is off: the agreement is not signed. Take `off` out");
    assertThat(hub.run("poll", "god-jobs").err())
        .startsWith("No feed is called `god-jobs`; did you mean `good-jobs`?");
    assertThat(hub.run("status", "../health").exitCode()).isNotZero();
  }

  @Test
  void aFeedThatIsOffIsTriedStepByStepAndNothingOfItIsEntered() {
    hub.ats.stubFor(get("/rest").willReturn(okJson(LiveHub.vacancies("Snickare", "Svetsare"))));

    CommandLineRun tried = hub.run("try", "resting-jobs");

    assertThat(tried.out())
        .containsPattern("  ok    asked http://localhost:\\d+/rest and got \\d+ bytes\n")
        .contains("  ok    that page is all there is\n")
        .contains("  ok    read it by the format `teamtailor-feed`\n")
        .containsPattern("key 1  accepted\n  id +[0-9a-f]{32}\n")
        .containsPattern("  title +Snickare\n")
        .doesNotContain("key 2")
        .contains("\n2 received, 2 accepted")
        .contains("Nothing was entered");
    assertThat(tried.exitCode()).isZero();
    assertThat(hub.run("status", "resting-jobs").out()).contains("never", "none yet");
  }

  @Test
  void aTrialThatFailsSaysWhere() {
    CommandLineRun tried = hub.run("try", "dead-jobs");

    assertThat(tried.out()).contains("  FAILS HTTP 500: the server has trouble\n");
    assertThat(tried.exitCode()).isEqualTo(1);
    assertThat(hub.run("try", "sleepy-jobs").err()).contains("asked for a pause until 2");
  }

  @Test
  void ofAListTheFirstVacancyIsReadWithItsDetail() {
    hub.ats.stubFor(
        get("/list")
            .willReturn(
                okJson(
                    """
                    {"total": 2, "jobPostings": [
                      {"title": "Gruvtekniker", "externalPath": "/job/Boliden/Gruvtekniker_JR1",
                       "locationsText": "Boliden", "bulletFields": ["JR1"]},
                      {"title": "Smältare", "externalPath": "/job/Boliden/Smaltare_JR2",
                       "locationsText": "Boliden", "bulletFields": ["JR2"]}]}""")));
    hub.ats.stubFor(
        get("/detail/job/Boliden/Gruvtekniker_JR1")
            .willReturn(
                okJson(
                    """
                    {"jobPostingInfo": {"id": "a1", "title": "Gruvtekniker", "jobReqId": "JR1",
                      "jobDescription": "<p>Arbete 1 365 meter ner.</p>", "location": "Boliden",
                      "externalUrl": "https://boliden.example/job/JR1", "canApply": true,
                      "posted": true}}""")));

    CommandLineRun tried = hub.run("try", "listing-jobs");

    assertThat(tried.out())
        .contains("  ok    read that vacancy and its detail by the format `workday-cxs`\n")
        .containsPattern("key JR1  accepted\n")
        .containsPattern("applyUrl +https://boliden.example/job/JR1")
        .contains("\n1 received, 1 accepted")
        .doesNotContain("JR2");
    assertThat(tried.exitCode()).isZero();
  }

  @Test
  void aListWhoseDetailCannotBeHadIsNotReadAsIfItWereAll() {
    hub.ats.stubFor(
        get("/list")
            .willReturn(
                okJson(
                    """
                    {"total": 1, "jobPostings": [
                      {"title": "Sprängare", "externalPath": "/job/Boliden/Sprangare_JR3",
                       "locationsText": "Boliden", "bulletFields": ["JR3"]}]}""")));

    CommandLineRun tried = hub.run("try", "listing-jobs");

    assertThat(tried.out())
        .contains("  FAILS no detail of the first vacancy: HTTP 404")
        .contains("  ok    without a detail, nothing of the list is read\n")
        .doesNotContain("application-missing");
    assertThat(tried.exitCode()).isEqualTo(1);
  }

  @Test
  void aHubThatIsNotRunningIsOneSentence() throws IOException {
    int nobody = FreePort.next();

    CommandLineRun status = CommandLineRun.of("status", "--port", Integer.toString(nobody));

    assertThat(status.exitCode()).isEqualTo(3);
    assertThat(status.out()).isEmpty();
    assertThat(status.err().lines())
        .singleElement()
        .asString()
        .startsWith("No hub answers on port " + nobody);
  }

  @Test
  void whatAnswersAndIsNoHubIsReportedSeparately() {
    CommandLineRun status = CommandLineRun.of("status", "--port", Integer.toString(hub.ats.port()));

    assertThat(status.exitCode()).isEqualTo(3);
    assertThat(status.err()).contains("is no hub that knows this command");
  }

  @Test
  void aPageInABrowserOfThisMachineCommandsNothing() throws IOException {
    assertThat(post("Host: 127.0.0.1")).startsWith("HTTP/1.1 200");
    assertThat(post("Host: norrhub.example.org")).startsWith("HTTP/1.1 403");
    assertThat(post("Host: 127.0.0.1\r\nOrigin: https://evil.example.org"))
        .startsWith("HTTP/1.1 403");
    assertThat(post("Host: 127.0.0.1\r\nX-Forwarded-For: 192.0.2.7")).startsWith("HTTP/1.1 403");
  }

  /** As written, which no HTTP client would send. */
  private static String post(String headers) throws IOException {
    String body = "{}";
    try (Socket socket = new Socket("127.0.0.1", hub.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /actuator/reload HTTP/1.1\r\n%s\r\nContent-Type: application/json\r\n"
                      + "Content-Length: %d\r\nConnection: close\r\n\r\n%s")
                  .formatted(headers, body.length(), body)
                  .getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
