package norrhub.admin.endpoint;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import norrhub.admin.LiveHub;
import norrhub.admin.cli.CommandLineRun;
import norrhub.catalogue.ChangeLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One hub for all: each test has a partner of its own. */
class ReloadTest {
  @TempDir private static Path home;
  private static LiveHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub = new LiveHub(home, "first", partner("first"));
    serve("first", "Snickare");
    hub.start();
    await().until(() -> hub.run("status", "first-jobs").out().contains("1 received"));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String partner(String id) {
    return """
    name: Bolaget
    boards: all
    feeds:
      - id: %1$s-jobs
        format: teamtailor-feed
        speaksFor: feed
        every: 1d
        rest:
          url: ATS/%1$s
    """
        .formatted(id);
  }

  private static void serve(String partner, String... titles) {
    hub.ats.stubFor(get("/" + partner).willReturn(okJson(LiveHub.vacancies(titles))));
  }

  private static void bring(String id) throws IOException {
    serve(id, "Snickare");
    hub.partner(id, partner(id));
    assertThat(hub.run("reload").out())
        .contains("partners: added " + id + "\n", "feeds: added " + id + "-jobs\n");
    await().until(() -> hub.run("status", id + "-jobs").out().contains("1 received, 1 accepted"));
  }

  @Test
  void aNewPartnerIsFetchedAtOnceAndOneWhoseFileIsGoneNoMore() throws IOException {
    bring("newcomer");

    Files.delete(hub.config.resolve("partners/newcomer.yaml"));
    CommandLineRun reload = hub.run("reload");

    assertThat(reload.out())
        .contains("partners: removed newcomer\n", "feeds: removed newcomer-jobs\n");
    assertThat(reload.exitCode()).isZero();
    assertThat(hub.run("poll", "newcomer-jobs").exitCode()).isEqualTo(1);
    assertThat(openVacancies("newcomer")).isEqualTo(1);
  }

  @Test
  void aChangedAddressIsPolledAtOnce() throws IOException {
    bring("mover");
    serve("moved", "Snickare", "Svetsare");

    hub.partner("mover", partner("mover").replace("ATS/mover", "ATS/moved"));
    assertThat(hub.run("reload").out())
        .contains("partners: changed mover\n", "feeds: changed mover-jobs\n");

    await().until(() -> hub.run("status", "mover-jobs").out().contains("2 received, 2 accepted"));
  }

  @Test
  void aPartnerIsPutOffAndOnAgain() throws IOException {
    bring("pauser");

    hub.partner("pauser", "off: on holiday\n" + partner("pauser"));
    assertThat(hub.run("reload").out()).contains("feeds: removed pauser-jobs\n");
    assertThat(hub.run("status", "pauser-jobs").out()).contains("pauser-jobs is off: on holiday");

    hub.partner("pauser", partner("pauser"));
    assertThat(hub.run("reload").out()).contains("feeds: added pauser-jobs\n");
    assertThat(hub.run("poll", "pauser-jobs").exitCode()).isZero();
  }

  @Test
  void aBadFileIsReportedWithItsFaultsAndWhatRanBeforeRunsOn() throws IOException {
    bring("typist");

    hub.partner("typist", partner("typist").replace("every: 1d", "every: often"));
    CommandLineRun reload = hub.run("reload");

    assertThat(reload.exitCode()).isEqualTo(1);
    assertThat(reload.out())
        .contains("partners: as they were", "not taken up; what ran before runs on:")
        .containsPattern("partners/typist.yaml:7: `every` is not a duration");
    assertThat(hub.run("status").out()).contains("rejected, partner typist (runs on as it was):");
    serve("typist", "Snickare", "Svetsare");
    assertThat(hub.run("poll", "typist-jobs").out()).contains("2 received, 2 accepted");

    hub.partner("typist", partner("typist"));
    assertThat(hub.run("reload").exitCode()).isZero();
  }

  @Test
  void whoNamesNoBoardOrAWrongOneRunsAndIsReported() throws IOException {
    bring("quiet");
    hub.partner("quiet", partner("quiet").replace("boards: all\n", ""));
    CommandLineRun reload = hub.run("reload");
    assertThat(reload.exitCode()).isZero();
    assertThat(reload.out())
        .contains("partners: changed quiet\n", "taken up, but:")
        .containsPattern("quiet.yaml:1: nothing of this partner is published");
    assertThat(hub.run("status").out())
        .contains("partner quiet: nothing is published, because its file has no `boards`");

    hub.partner("quiet", partner("quiet").replace("boards: all", "boards: { indded: yes }"));
    assertThat(hub.run("reload").out())
        .containsPattern("quiet.yaml:2: unknown board `indded`, did you mean `indeed`");
    assertThat(hub.run("status").out())
        .contains("partner quiet: its file names the board `indded`, which does not exist")
        .doesNotContain("rejected, partner quiet");
    assertThat(hub.run("poll", "quiet-jobs").exitCode()).isZero();

    hub.partner("quiet", partner("quiet"));
    assertThat(hub.run("reload").out()).doesNotContain("quiet.yaml");
    assertThat(hub.run("status").out()).doesNotContain("partner quiet");
  }

  @Test
  void aChangedFormatIsAppliedAgainFromTheArchive() throws IOException {
    serve("formatted", "Snickare");
    Path mapping = format("copied").resolve("mapping.jslt");
    hub.partner("formatted", partner("formatted").replace("teamtailor-feed", "copied"));
    assertThat(hub.run("reload").out()).contains("formats: added copied\n");
    await().until(() -> hub.run("status", "formatted-jobs").out().contains("1 received"));

    String text = Files.readString(mapping);
    Files.writeString(
        mapping, text.replace("fallback(.title, $posting.title)", "\"Vi söker: \" + .title"));
    CommandLineRun reload = hub.run("reload");

    assertThat(reload.out())
        .contains("formats: changed copied\n")
        .contains("applied again from the archive:\n  formatted-jobs\n");
    await().until(() -> titles("formatted").contains("Vi söker: Snickare"));

    Files.writeString(mapping, "{ \"title\": ");
    assertThat(hub.run("reload").out())
        .contains("formats: as they were")
        .containsPattern("formats/copied/mapping.jslt:\\d+: not JSLT");
    serve("formatted", "Svetsare");
    hub.run("poll", "formatted-jobs");
    assertThat(titles("formatted")).contains("Vi söker: Svetsare");

    Files.delete(mapping);
    Files.delete(mapping.resolveSibling("format.yaml"));
    assertThat(hub.run("reload").out()).contains("not taken up; what ran before runs on:");
    assertThat(hub.run("poll", "formatted-jobs").exitCode()).isZero();
    Files.delete(hub.config.resolve("partners/formatted.yaml"));
    try (var files = Files.list(mapping.getParent())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(mapping.getParent());
    assertThat(hub.run("reload").out())
        .contains("partners: removed formatted\n", "formats: removed copied\n");
  }

  private static Path format(String name) throws IOException {
    Path folder = Files.createDirectories(hub.config.resolve("formats").resolve(name));
    try (var files = Files.list(Path.of("config/formats/teamtailor-feed"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  @Test
  void aSecretThatWasChangedInItsFileIsUsedFromTheNextPollOn() throws IOException {
    Path secret = Files.createDirectories(hub.config.resolve("secrets")).resolve("KEEPER_KEY");
    Files.writeString(secret, "old");
    hub.partner(
        "keeper", partner("keeper") + "      header: X-Api-Key\n      key: ${KEEPER_KEY}\n");
    hub.ats.stubFor(get("/keeper").willReturn(aResponse().withStatus(401)));
    hub.ats.stubFor(
        get("/keeper")
            .withHeader("X-Api-Key", equalTo("new"))
            .willReturn(okJson(LiveHub.vacancies("Snickare"))));
    hub.run("reload");
    await().until(() -> hub.run("status", "keeper-jobs").out().contains("HTTP 401"));

    Files.writeString(secret, "new");
    assertThat(hub.run("reload").out()).contains("partners: changed keeper\n");

    assertThat(hub.run("poll", "keeper-jobs").out()).contains("1 received, 1 accepted");
  }

  @Test
  void aNewWordOfTheVocabularyIsReadIntoWhatWasThere() throws IOException {
    bring("worded");
    Path terms = hub.config.resolve("vocabulary/terms.yaml");

    LiveHub.edit(terms, "contract:\n", "contract:\n  # a remark\n");
    assertThat(hub.run("reload").out())
        .contains("vocabulary: as they were")
        .doesNotContain("again");

    LiveHub.edit(terms, "\nnothing:\n", "\nnothing:\n  - snickare\n");
    CommandLineRun reload = hub.run("reload");
    assertThat(reload.exitCode()).isZero();
    assertThat(reload.out())
        .contains("vocabulary: changed terms.yaml\n", "applied again from the archive:\n")
        .contains("  worded-jobs\n");
    // What is written where nothing was to be said is no title: the record is rejected now.
    await().until(() -> hub.run("status", "worded-jobs").out().contains("1 received, 0 accepted"));

    LiveHub.edit(terms, "  - snickare\n", "  snickare\n");
    CommandLineRun faulty = hub.run("reload");
    assertThat(faulty.exitCode()).isEqualTo(1);
    assertThat(faulty.out())
        .contains("vocabulary: as they were")
        .containsPattern("vocabulary/terms.yaml:\\d+: ");
    assertThat(hub.run("status").out()).contains("rejected, vocabulary (runs on as it was):");

    LiveHub.edit(terms, "\nnothing:\n  snickare\n", "\nnothing:\n");
    assertThat(hub.run("reload").out())
        .contains("vocabulary: changed terms.yaml\n")
        .contains("  worded-jobs\n");
    await().until(() -> hub.run("status", "worded-jobs").out().contains("1 received, 1 accepted"));
  }

  @Test
  void settingsThatNeedARestartAreNamedByTheirKeys() throws IOException {
    assertThat(hub.run("reload").out()).doesNotContain("restart");
    Path settings = hub.config.resolve("application.yaml");
    Files.writeString(settings, "norrhub:\n  public-url: https://jobb.example\n");

    CommandLineRun reload = hub.run("reload");

    assertThat(reload.exitCode()).isZero();
    assertThat(reload.out())
        .contains(
            "changed too, and taken up by a restart only:\n  "
                + settings
                + ": norrhub.public-url\n")
        .doesNotContain("jobb.example");
    Files.delete(settings);
    assertThat(hub.run("reload").out()).doesNotContain("restart");
  }

  private static int openVacancies(String partner) {
    return titles(partner).size();
  }

  private static List<String> titles(String partner) {
    var titles = new ArrayList<String>();
    hub.part(ChangeLog.class)
        .forEachOpen(
            open -> {
              if (open.vacancy().partner().equals(partner)) {
                titles.add(open.vacancy().title());
              }
            });
    return titles;
  }
}
