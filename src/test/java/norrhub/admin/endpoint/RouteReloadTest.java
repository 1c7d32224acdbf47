package norrhub.admin.endpoint;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import norrhub.admin.LiveHub;
import norrhub.admin.cli.CommandLineRun;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** One hub for all: after each test its routes are those of the beginning. */
class RouteReloadTest {
  private static final String MINE =
      """
      - route:
          id: mine
          description: Moves the states too
          routeConfigurationId: job
          from:
            uri: scheduler:mine
            parameters:
              pollStrategy: "#jobs"
              runLoggingLevel: "OFF"
              delay: 100
              initialDelay: 0
            steps:
              - bean: { ref: stateTransitions, method: move }
      """;

  @TempDir private static Path home;
  private static LiveHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub = new LiveHub(home, "first", partner("first", "/first"), "dead", partner("dead", "/dead"));
    hub.ats.stubFor(get("/first").willReturn(okJson(LiveHub.vacancies("Snickare"))));
    hub.start();
    await().until(() -> hub.run("status", "first-jobs").out().contains("1 accepted"));
    await().until(() -> hub.run("status", "dead-jobs").out().contains("HTTP 404"));
  }

  private static String partner(String id, String path) {
    return """
    name: Bolaget
    boards: all
    feeds:
      - id: %s-jobs
        format: teamtailor-feed
        speaksFor: feed
        every: 1d
        rest:
          url: ATS%s
    """
        .formatted(id, path);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @AfterEach
  void putBack() throws IOException {
    FileSystemUtils.deleteRecursively(hub.routes);
    FileSystemUtils.copyRecursively(Path.of("routes"), hub.routes);
    CommandLineRun reload = hub.run("reload");
    assertThat(reload.exitCode()).as(reload.out()).isZero();
    assertThat(routes()).contains("boards", "clock", "events", "work", "feed-first-jobs");
  }

  private static Path file(String name) {
    return hub.routes.resolve(name + ".camel.yaml");
  }

  private static List<String> routes() {
    return hub.part(CamelContext.class).getRoutes().stream().map(Route::getRouteId).toList();
  }

  private static String uri(String route) {
    return hub.part(CamelContext.class).getRoute(route).getEndpoint().getEndpointUri();
  }

  @Test
  void aNewFileRunsAndOneThatIsGoneRunsNoMore() throws IOException {
    Files.writeString(file("mine"), MINE);
    CommandLineRun reload = hub.run("reload");
    assertThat(reload.out()).contains("routes: added mine.camel.yaml\n", "feeds: as they were\n");
    assertThat(reload.exitCode()).isZero();
    await().until(() -> exchanges("mine") > 3);

    Files.delete(file("mine"));
    assertThat(hub.run("reload").out()).contains("routes: removed mine.camel.yaml\n");
    assertThat(routes()).doesNotContain("mine");
    assertThat(hub.run("status", "--routes").out()).doesNotContain("mine");
  }

  @Test
  void aChangedFileRunsAsItIsNowAndNoOtherRouteIsTouched() throws IOException {
    LiveHub.edit(file("clock"), "delay: 5000", "delay: 4000");
    LiveHub.edit(file("work"), "# What has been", "# A remark. What has been");
    Route work = hub.part(CamelContext.class).getRoute("work");

    CommandLineRun reload = hub.run("reload");

    assertThat(reload.out()).contains("routes: changed clock.camel.yaml\n");
    assertThat(uri("clock")).contains("delay=4000");
    assertThat(hub.part(CamelContext.class).getRoute("work")).isSameAs(work);
  }

  @Test
  void aFileWithAFaultLeavesAllRoutesAsTheyWere() throws IOException {
    LiveHub.edit(file("clock"), "delay: 5000", "delay: 4000");
    LiveHub.edit(file("boards"), "ref: boards", "ref: bords");

    CommandLineRun reload = hub.run("reload");

    assertThat(reload.exitCode()).isEqualTo(1);
    assertThat(reload.out())
        .contains("routes: as they were\n", "not taken up; what ran before runs on:\n")
        .containsPattern(
            "routes/boards.camel.yaml:\\d+: there is no bean `bords`; did you mean `boards`");
    assertThat(uri("clock")).contains("delay=5000");
    assertThat(routes()).contains("boards");
    assertThat(hub.run("status").out()).contains("rejected, routes (runs on as it was):");
  }

  @Test
  void whatOnlyCamelFindsWrongIsUndone() throws IOException {
    LiveHub.edit(
        file("clock"),
        "        - bean:",
        "        - setProperty: { name: x, simple: \"${bodyy.\" }\n        - bean:");
    LiveHub.edit(file("work"), "delay: 500", "delay: 400");

    CommandLineRun reload = hub.run("reload");

    assertThat(reload.exitCode()).isEqualTo(1);
    assertThat(reload.out()).containsPattern("routes/clock.camel.yaml:\\d+: .*clock");
    assertThat(routes()).contains("clock", "work");
    assertThat(uri("work")).contains("delay=500");
    long before = exchanges("work");
    await().until(() -> exchanges("work") > before + 1);
  }

  @Test
  void aRouteThatTheHubCannotDoWithoutStays() throws IOException {
    Files.delete(file("clock"));

    CommandLineRun reload = hub.run("reload");

    assertThat(reload.exitCode()).isEqualTo(1);
    assertThat(reload.out()).contains("routes: as they were", "`clock`");
    assertThat(routes()).contains("clock");

    Files.writeString(file("boards"), "- route: [\n");
    assertThat(hub.run("reload").out()).containsPattern("routes/boards.camel.yaml:\\d+: ");
    assertThat(routes()).contains("boards");
  }

  @Test
  void feedsOfAChangedTemplateAreBuiltAnewAndThoseThatItWouldBreakAreNot() throws IOException {
    Route before = hub.part(CamelContext.class).getRoute("feed-first-jobs");
    LiveHub.edit(file("rest-feed"), "initialDelay: 100", "initialDelay: 150");
    assertThat(hub.run("reload").out()).contains("routes: changed rest-feed.camel.yaml\n");
    assertThat(uri("feed-first-jobs")).contains("initialDelay=150");
    assertThat(hub.part(CamelContext.class).getRoute("feed-first-jobs")).isNotSameAs(before);
    assertThat(hub.run("poll", "first-jobs").out()).contains("1 received, 1 accepted");

    LiveHub.edit(
        file("rest-feed"), "      - name: tick\n", "      - name: tick\n      - name: tock\n");
    LiveHub.edit(file("rest-feed"), "delay: \"{{tick}}\"", "delay: \"{{tock}}\"");
    LiveHub.edit(file("rest-feed"), "initialDelay: 150", "initialDelay: \"{{tick}}\"");
    CommandLineRun reload = hub.run("reload");
    assertThat(reload.exitCode()).isEqualTo(1);
    assertThat(reload.out())
        .containsPattern("routes/rest-feed.camel.yaml:1: feed dead-jobs cannot be polled: .*tock");
    assertThat(uri("feed-first-jobs")).contains("initialDelay=150");
    assertThat(hub.run("poll", "first-jobs").out()).contains("1 received, 1 accepted");
  }

  @Test
  void anOwnTransportComesWithOneReloadAndStaysWhileAFeedUsesIt() throws IOException {
    Path share = Files.createDirectories(home.resolve("share"));
    Files.writeString(file("share"), SHARE);
    hub.partner("gruv", GRUV.formatted(share));

    assertThat(hub.run("reload").out())
        .contains("partners: added gruv\n", "routes: added share.camel.yaml\n")
        .contains("feeds: added gruv-jobs\n");
    Files.writeString(share.resolve("1.csv"), "Titel;Ort\n");
    await().until(() -> Files.exists(share.resolve(".done/1.csv")));

    LiveHub.edit(file("share"), "move: .done", "move: .received");
    assertThat(hub.run("reload").out()).contains("routes: changed share.camel.yaml\n");
    assertThat(uri("feed-gruv-jobs")).contains(".received");

    Files.delete(file("share"));
    CommandLineRun reload = hub.run("reload");
    assertThat(reload.exitCode()).isEqualTo(1);
    assertThat(reload.out())
        .contains("routes: as they were\n")
        .containsPattern("share.camel.yaml:1: feed gruv-jobs cannot be polled: .*share");
    assertThat(uri("feed-gruv-jobs")).contains(".received");

    Files.delete(hub.config.resolve("partners/gruv.yaml"));
    assertThat(hub.run("reload").out())
        .contains("partners: removed gruv\n", "routes: removed share.camel.yaml\n");
    assertThat(routes()).doesNotContain("feed-gruv-jobs");
  }

  private static final String SHARE =
      """
      - routeTemplate:
          id: share
          description: Files on a mounted share
          parameters:
            - name: feed
              description: The feed's id
            - name: tick
              description: How often the schedule looks whether the feed is due
            - name: folder
              description: The folder that is polled
          route:
            routeConfigurationId: feed
            from:
              uri: "file:{{folder}}"
              parameters:
                filter: "#safeFileNames"
                readLock: changed
                move: .done
                pollStrategy: "#exclusivePollStrategy"
                bridgeErrorHandler: true
                initialDelay: 0
                delay: "{{tick}}"
              steps:
                - setProperty: { name: feed, constant: "{{feed}}" }
                - setProperty: { name: name, simple: "${file:onlyname}" }
                - setProperty: { name: identity, simple: "${file:onlyname} ${file:size}" }
                - to: { uri: "direct:deliver" }
      """;

  private static final String GRUV =
      """
      name: Gruvbolaget
      boards: all
      feeds:
        - id: gruv-jobs
          format: csv-vacancies
          speaksFor: feed
          every: 2s
          camel:
            template: share
            parameters: { folder: "%s" }
      """;

  @Test
  void whatIsBuiltWithAChangedConfigurationIsBuiltAnew() throws IOException {
    Route clock = hub.part(CamelContext.class).getRoute("clock");
    Route feed = hub.part(CamelContext.class).getRoute("feed-first-jobs");
    LiveHub.edit(file("job"), "id: job-failed", "id: job-has-failed");

    assertThat(hub.run("reload").out()).contains("routes: changed job.camel.yaml\n");

    assertThat(hub.part(CamelContext.class).getRoute("clock")).isNotSameAs(clock);
    assertThat(hub.part(CamelContext.class).getRoute("feed-first-jobs")).isSameAs(feed);
    LiveHub.edit(file("feed"), "id: feed-trouble", "id: trouble-of-feed");
    hub.run("reload");
    assertThat(hub.part(CamelContext.class).getRoute("feed-first-jobs")).isNotSameAs(feed);
    assertThat(hub.run("poll", "dead-jobs").out()).contains("HTTP 404");
  }

  @Test
  void whatCamelCannotTakeOutAgainWaitsForARestartAndIsNamed() throws IOException {
    Files.writeString(
        file("mine"), MINE + "- beans:\n    - name: own\n      type: java.util.ArrayList\n");
    CommandLineRun reload = hub.run("reload");
    assertThat(reload.out())
        .contains("changed too, and taken up by a restart only:\n  " + file("mine") + "\n");
    assertThat(routes()).doesNotContain("mine");
  }

  @Test
  void everyRoutesExchangesFailuresAndTimesAreShown() throws IOException {
    hub.run("poll", "first-jobs");
    hub.run("poll", "dead-jobs");
    CommandLineRun status = hub.run("status", "--routes");
    assertThat(status.exitCode()).isZero();
    assertThat(status.out())
        .containsPattern("ROUTE +EXCHANGES +FAILURES +MEAN TIME +LAST TIME +LAST ENDED\n")
        .containsPattern("\nwork +[1-9]\\d* +0 +[0-9.]+ m?s +[0-9.]+ m?s +\\d s ago\n")
        .containsPattern("\nfeed-first-jobs +[1-9]\\d* +0 +[0-9.]+ m?s +[0-9.]+ m?s +\\d+ s ago\n")
        .containsPattern("\nfeed-dead-jobs +[1-9]\\d* ");
    assertThat(hub.run("status", "dead-jobs", "--routes").out())
        .contains("\nfeed-dead-jobs ")
        .doesNotContain("feed-first-jobs", "\nwork");
    assertThat(hub.run("status", "deed-jobs", "--routes").err())
        .contains("did you mean `dead-jobs`?");
  }

  @Test
  void failuresAreCountedAndARouteThatIsGoneIsNoFailingJob() throws IOException {
    Files.writeString(
        file("mine"),
        MINE.replace(
            "- bean: { ref: stateTransitions, method: move }",
            "- throwException: { exceptionType: java.lang.IllegalStateException, message: broken }"));
    hub.run("reload");
    await().until(() -> route("mine").path("failures").asLong() > 2);
    assertThat(route("mine").path("exchanges").asLong()).isGreaterThan(2);
    assertThat(hub.run("status").out()).contains("job mine: fails since");

    Files.delete(file("mine"));
    hub.run("reload");
    assertThat(hub.run("status").out()).doesNotContain("job mine");
  }

  private static long exchanges(String route) throws IOException {
    return route(route).path("exchanges").asLong();
  }

  private static JsonNode route(String id) throws IOException {
    JsonNode answer = new ObjectMapper().readTree(hub.run("status", "--routes", "--json").out());
    for (JsonNode route : answer.path("routes")) {
      if (route.path("route").asText().equals(id)) {
        return route;
      }
    }
    throw new AssertionError("no route " + id + " in " + answer);
  }
}
