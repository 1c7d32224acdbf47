package norrhub.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class CheckCommandTest {
  @TempDir private Path home;
  private Path config;

  @BeforeEach
  void copyTheConfiguration() throws IOException {
    config = home.resolve("config");
    FileSystemUtils.copyRecursively(Path.of("config"), config);
  }

  @Test
  void ourOwnConfigurationHasNoFault() {
    CommandLineRun check = CommandLineRun.of("check");

    assertThat(check.out()).contains("\n0 faults, ").doesNotContain("DEBUG");
    assertThat(check.exitCode()).isZero();
  }

  @Test
  void everyFaultOfEveryKindOfFileIsReportedAtOnceWithItsLine() throws IOException {
    edit("partners/stegra.yaml", "every: 5m", "every: soon");
    edit("partners/region-norrbotten.yaml", "directory: /", "directroy: /");
    edit("boards/campaign.yaml", "campaign-json", "campaign-jsn");
    edit("formats/teamtailor-feed/format.yaml", "records:", "recrods:");
    edit("formats/hrxml-platsbanken/expected.json", "\"key\" : \"", "\"key\" : \"x");

    CommandLineRun check = check();

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out())
        .contains(config + "/partners/stegra.yaml:11: ")
        .contains(config + "/partners/region-norrbotten.yaml:17: unknown key `directroy`")
        .contains(config + "/boards/campaign.yaml:3: `campaign-jsn` is no board format")
        .contains(config + "/formats/teamtailor-feed/format.yaml:")
        .contains(config + "/formats/hrxml-platsbanken/expected.json:3: the sample becomes");
    assertThat(check.lastLine()).matches("[5-9] faults, .*");
  }

  @Test
  void aValueOfAFaultCannotSteerTheTerminal() throws IOException {
    edit(
        "partners/stegra.yaml",
        "every: 5m",
        "every: \"so\\e[31m\\nstegra.yaml:1: \\u202Eon\\x9b\"");

    CommandLineRun check = check();

    assertThat(check.out())
        .contains("so\\u001b[31m\\nstegra.yaml:1: \\u202eon\\u009b")
        .doesNotContain("\u001b", "\u009b", "\u202e");
  }

  @Test
  void aFaultInTheVocabularyHidesNoFaultOfPartnersAndFormats() throws IOException {
    edit("vocabulary/terms.yaml", "contract:", "contrat:");
    edit("vocabulary/places.yaml", "municipalities:", "municipalites:");
    edit("partners/stegra.yaml", "every: 5m", "every: soon");

    CommandLineRun check = check();

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out())
        .contains(config + "/vocabulary/terms.yaml:")
        .contains(config + "/vocabulary/places.yaml:")
        .contains(config + "/partners/stegra.yaml:11: ")
        .contains(config + "/boards:1: not checked before the vocabulary's faults are corrected");
  }

  @Test
  void aWordWithTwoMeaningsIsAFault() throws IOException {
    edit("vocabulary/terms.yaml", "  fixed-term:\n", "  fixed-term:\n    - tills vidare\n");

    assertThat(check().exitCode()).isEqualTo(1);
    assertThat(check().out())
        .containsPattern(
            "/vocabulary/terms.yaml:37: `tills vidare` means permanent and fixed-term");
  }

  @Test
  void everyFaultOfTheRoutesBesideTheFolderIsReportedWithItsLine() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("routes"), home.resolve("routes"));
    assertThat(check().out()).doesNotContain("/routes/");

    edit("../routes/clock.camel.yaml", "description:", "descripton:");
    edit("../routes/work.camel.yaml", "id: work", "id: clock");
    edit("../routes/work.camel.yaml", "ConfigurationId: job", "ConfigurationId: jobb");
    edit("../routes/boards.camel.yaml", "ref: boards, method: publish", "ref: bords");
    edit("../routes/events.camel.yaml", "method: send", "method: sent");
    edit("../routes/mail-feed.camel.yaml", "      - name: tick\n        description:", "        #");
    Files.writeString(home.resolve("routes/mine.yaml"), "- route:\n");

    CommandLineRun check = check();

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out())
        .containsPattern("routes/clock.camel.yaml:\\d+: no Camel YAML: .*descripton")
        .containsPattern("routes/work.camel.yaml:\\d+: the `id` clock is taken")
        .containsPattern(
            "routes/work.camel.yaml:\\d+: no file has the routeConfiguration `jobb`; did you mean `job`")
        .containsPattern(
            "routes/boards.camel.yaml:\\d+: there is no bean `bords`; did you mean `boards`")
        .containsPattern("routes/events.camel.yaml:\\d+: `eventRelay` has no public method `sent`")
        .containsPattern("routes/mail-feed.camel.yaml:\\d+: the template uses \\{\\{tick}} and")
        .containsPattern("routes/mine.yaml:1: warning: is not read");
  }

  @Test
  void aNameThatIsNotSetHereIsReportedSeparatelyAndFailsOnlyAStrictCheck() throws IOException {
    edit("partners/stegra.yaml", "STEGRA_FEED_URL", "NOBODY_SETS_THIS");

    assertThat(check().exitCode()).isZero();
    assertThat(check().out())
        .contains(config + "/partners/stegra.yaml:14: not set here: ${NOBODY_SETS_THIS}");
    assertThat(CommandLineRun.of("check", config.toString(), "--strict").exitCode()).isEqualTo(1);
  }

  @Test
  void aSecretThatLiesInItsFileIsSet() throws IOException {
    edit("partners/stegra.yaml", "STEGRA_FEED_URL", "NOBODY_SETS_THIS");
    Path secrets = Files.createDirectories(config.resolve("secrets"));
    Files.writeString(secrets.resolve("NOBODY_SETS_THIS"), "https://ats.example.org/jobs.json\n");

    assertThat(check().out()).doesNotContain("NOBODY_SETS_THIS");
  }

  @Test
  void aPartnerWhoseFileNamesNoBoardIsWarnedOfWithOrWithoutItsSecrets() throws IOException {
    edit("partners/stegra.yaml", "boards: [campaign, indeed, matching]\n", "");

    assertThat(check().exitCode()).isZero();
    assertThat(check().out())
        .contains(
            config
                + "/partners/stegra.yaml:3: warning: nothing of this partner is published, because"
                + " the file has no `boards`: write `boards: all`, or a list of boards");
  }

  @Test
  void theSummaryNamesWhoConsentsToAllBoards() throws IOException {
    assertThat(check().out()).doesNotContain("on all boards");

    edit("partners/stegra.yaml", "[campaign, indeed, matching]", "all");
    edit("partners/lkab.yaml", "[campaign, indeed, matching]", "all");

    assertThat(check().out()).contains("\non all boards, those to come too: lkab, stegra\n");
    assertThat(check().lastLine()).startsWith("0 faults, ");
  }

  @Test
  void aBoardThatDoesNotExistIsAFaultWithASuggestion() throws IOException {
    edit("partners/stegra.yaml", "indeed", "inded");

    assertThat(check().exitCode()).isEqualTo(1);
    assertThat(check().out())
        .contains("/partners/stegra.yaml:6: unknown board `inded`, did you mean `indeed`?");
  }

  @Test
  void whereThereIsNoConfigurationItSaysSo() {
    CommandLineRun check = CommandLineRun.of("check", home.resolve("nowhere").toString());

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.err()).contains("There is no folder");
  }

  @Test
  void whatKeepsAHubFromStartingWithItsSettingsIsAFault() throws IOException {
    edit("partners/stegra.yaml", "      next:", "      trust: bolagets-ca\n      next:");
    Path file = config.resolve("application.yaml");
    Files.writeString(file, Files.readString(file) + "\nserver:\n  address: 10.0.0.1\n");
    int line = Files.readAllLines(file).lastIndexOf("server:") + 1;

    CommandLineRun check = check();
    CommandLineRun status = CommandLineRun.of("status", "--config", config.toString());

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out())
        .contains(file + ":" + line + ": `server` stands twice: put what stands under this one");
    assertThat(check.lastLine()).startsWith("1 fault, ");
    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(status.err()).contains(file + ":" + line + ": ").contains("--port");
  }

  @Test
  void aMissingSslBundleIsAFaultOfWhoTrustsIt() throws IOException {
    edit("partners/stegra.yaml", "      next:", "      trust: bolagets-cc\n      next:");
    assertThat(check().out())
        .contains("stegra.yaml:15: unknown SSL bundle `bolagets-cc`: define spring.ssl.bundle.pem");

    edit(
        "application.yaml",
        "spring:\n",
        "spring:\n  ssl.bundle.pem.bolagets-ca.truststore.certificate: file:/ca.pem\n");
    assertThat(check().out())
        .contains("unknown SSL bundle `bolagets-cc`, did you mean `bolagets-ca`?");

    edit("partners/stegra.yaml", "bolagets-cc", "bolagets-ca");
    assertThat(check().lastLine()).startsWith("0 faults, ");
  }

  private CommandLineRun check() {
    return CommandLineRun.of("check", config.toString());
  }

  private void edit(String file, String old, String better) throws IOException {
    Path path = config.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    Files.writeString(path, text.substring(0, at) + better + text.substring(at + old.length()));
  }
}
