package norrhub.admin.endpoint;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import norrhub.admin.LiveHub;
import norrhub.admin.cli.CommandLineRun;
import norrhub.board.KeyHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One hub for all: each test has a board of its own. */
class BoardReloadTest {
  @TempDir private static Path home;
  private static LiveHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub =
        new LiveHub(
            home,
            "first",
            """
            name: Bolaget
            boards: all
            feeds:
              - id: first-jobs
                format: teamtailor-feed
                speaksFor: feed
                every: 1d
                rest:
                  url: ATS/first
            """);
    hub.ats.stubFor(get("/first").willReturn(okJson(LiveHub.vacancies("Snickare"))));
    hub.start();
    await().until(() -> hub.run("status", "first-jobs").out().contains("1 accepted"));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static final String PUBLIC =
      "name: Jobba\nformat: campaign-json\naccess: public\npace: 1s\n";

  private static Path file(String board) {
    return hub.config.resolve("boards/" + board + ".yaml");
  }

  private static void bring(String board, String text) throws IOException {
    Files.writeString(file(board), text);
    assertThat(hub.run("reload").out()).contains("boards: added " + board + "\n");
  }

  private static void awaitShown(String path, String text) {
    await().untilAsserted(() -> assertThat(hub.get(path, "").body()).contains(text));
  }

  @Test
  void aNewBoardBeginsPublishingAndOneThatIsRenamedAnswersByItsNewNameAlone() throws IOException {
    assertThat(hub.get("/feeds/fresh.json", "").statusCode()).isEqualTo(404);
    bring("fresh", PUBLIC);
    awaitShown("/feeds/fresh.json", "Snickare");
    awaitShown("/feeds/fresh/changes", "Snickare");

    Files.move(file("fresh"), file("renamed"));
    assertThat(hub.run("reload").out()).contains("boards: added renamed; removed fresh\n");

    assertThat(hub.get("/feeds/fresh.json", "").statusCode()).isEqualTo(404);
    assertThat(hub.get("/feeds/fresh/changes", "").statusCode()).isEqualTo(404);
    assertThat(hub.run("status").out()).doesNotContain("board fresh");
    awaitShown("/feeds/renamed.json", "Snickare");
  }

  @Test
  void aChangedSelectionMovesPostings() throws IOException {
    bring("choosy", PUBLIC);
    awaitShown("/feeds/choosy.json", "Snickare");

    Files.writeString(file("choosy"), PUBLIC + "select:\n  partners: [others]\n");
    assertThat(hub.run("reload").out()).contains("boards: changed choosy\n");
    awaitShown("/feeds/choosy/changes", "\"reason\":\"selection\"");
    await().until(() -> !hub.get("/feeds/choosy.json", "").body().contains("Snickare"));

    Files.writeString(file("choosy"), PUBLIC);
    hub.run("reload");
    awaitShown("/feeds/choosy.json", "Snickare");
  }

  @Test
  void aKeyOpensFromTheReloadOnAndNoLongerThanItStandsInTheFile() throws IOException {
    String closed = PUBLIC.replace("public", "keyed");
    bring("locked", closed);
    await().until(() -> hub.get("/feeds/locked.json", "").statusCode() == 401);
    assertThat(hub.get("/feeds/locked.json", "a key").statusCode()).isEqualTo(401);

    Files.writeString(file("locked"), closed + "keys:\n  - " + KeyHash.of("a key").text() + "\n");
    hub.run("reload");
    await().until(() -> hub.get("/feeds/locked.json", "a key").statusCode() == 200);

    Files.writeString(file("locked"), closed + "keys:\n  - " + KeyHash.of("other").text() + "\n");
    hub.run("reload");
    assertThat(hub.get("/feeds/locked.json", "a key").statusCode()).isEqualTo(401);
    assertThat(hub.get("/feeds/locked.json", "other").statusCode()).isEqualTo(200);
  }

  @Test
  void anotherFormatAndAnotherNameAreBuiltAndThePaceIsTheNewOne() throws IOException {
    String slow = PUBLIC.replace("campaign-json", "indeed-xml").replace("1s", "1h");
    bring("changing", slow);
    awaitShown("/feeds/changing.xml", "<publisher><![CDATA[Jobba]]></publisher>");

    Files.writeString(file("changing"), slow.replace("Jobba", "Nytt"));
    hub.run("reload");
    assertThat(hub.get("/feeds/changing.xml", "").body()).doesNotContain("Nytt");
    Files.writeString(file("changing"), slow.replace("Jobba", "Nytt").replace("1h", "1s"));
    hub.run("reload");
    awaitShown("/feeds/changing.xml", "Nytt");

    Files.writeString(file("changing"), PUBLIC.replace("1s", "1h"));
    hub.run("reload");
    assertThat(hub.get("/feeds/changing.xml", "").statusCode()).isEqualTo(404);
    awaitShown("/feeds/changing.json", "Snickare");
  }

  @Test
  void aFileWithAFaultLeavesItsBoardAsItWas() throws IOException {
    bring("typo", PUBLIC);
    awaitShown("/feeds/typo.json", "Snickare");

    Files.writeString(file("typo"), PUBLIC.replace("public", "publik"));
    Files.writeString(file("never"), "format: campaign-json\n");
    CommandLineRun reload = hub.run("reload");

    assertThat(reload.exitCode()).isEqualTo(1);
    assertThat(reload.out())
        .contains("boards: as they were")
        .containsPattern("boards/typo.yaml:3: ")
        .containsPattern("boards/never.yaml:\\d+: ");
    assertThat(hub.get("/feeds/typo.json", "").body()).contains("Snickare");
    assertThat(hub.get("/feeds/never.json", "").statusCode()).isEqualTo(404);
    assertThat(hub.run("status").out())
        .contains("boards/typo.yaml (runs on as it was):")
        .contains("boards/never.yaml:\n");

    Files.delete(file("never"));
    Files.delete(file("typo"));
    assertThat(hub.run("reload").exitCode()).isZero();
    assertThat(hub.get("/feeds/typo.json", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aQueueIsNotTakenFromABoardThatRunsOn() throws IOException {
    String events = "name: Matchning\nformat: events\nsubscribers: [q1]\n";
    bring("owner", events);

    Files.writeString(file("owner"), events.replace("events", "event"));
    Files.writeString(file("taker"), events);
    CommandLineRun reload = hub.run("reload");
    assertThat(reload.out())
        .contains("boards: as they were")
        .containsPattern("taker.yaml:3: the queue `q1` still belongs to owner.yaml");

    Files.delete(file("owner"));
    assertThat(hub.run("reload").out()).contains("boards: added taker; removed owner\n");
    Files.delete(file("taker"));
    hub.run("reload");
  }
}
