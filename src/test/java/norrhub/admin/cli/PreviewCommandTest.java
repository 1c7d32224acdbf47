package norrhub.admin.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import norrhub.Golden;
import norrhub.admin.preview.FieldByField;
import norrhub.admin.preview.Preview;
import norrhub.admin.preview.PreviewSummary;
import norrhub.normalise.Normaliser;
import norrhub.record.PartFile;
import norrhub.vocabulary.VocabularySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class PreviewCommandTest {
  private static final String SAMPLE = "config/formats/hrxml-platsbanken/sample.xml";
  private static final String HEADINGS = "id;title;description;municipality;url;deadline\n";

  @TempDir private Path folder;
  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final WireMockServer other = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void startServers() {
    server.start();
    other.start();
  }

  @AfterEach
  void stopServers() {
    server.stop();
    other.stop();
  }

  /** Also the example that src/docs/commands.md points to. */
  @Test
  void theSampleOfPlatsbankenIsShownFieldByField() throws Exception {
    StringWriter shown = new StringWriter();
    PrintWriter out = new PrintWriter(shown);
    try (OfflineParts parts = new OfflineParts(Path.of("config"))) {
      PreviewSummary summary = new PreviewSummary(new PrintWriter(Writer.nullWriter()));
      new Preview(
              new PreviewSubjects(parts).find("hrxml-platsbanken"),
              parts.get(Normaliser.class),
              parts.get(VocabularySource.class).now(),
              Instant.parse("2026-11-20T12:00:00Z"))
          .read(new PartFile("sample.xml", Path.of(SAMPLE)), new FieldByField(out), summary);
      summary.print(out);
    }
    Golden.check(Path.of("src/test/resources/norrhub/admin/preview.txt"), shown.toString());
  }

  @Test
  void aFeedIsReadWithItsPartnersIdThoughItsSecretsAreNotSet() throws IOException {
    CommandLineRun preview = preview("region-norrbotten-jobs", Path.of(SAMPLE), "--json");

    JsonNode first = new ObjectMapper().readTree(preview.out().lines().findFirst().orElseThrow());
    assertThat(first.path("partner").asText()).isEqualTo("region-norrbotten");
    assertThat(first.path("title").asText()).isNotEmpty();
    assertThat(preview.err()).contains(" received, ");
  }

  @Test
  void anAddressIsReadAsAFileIs() throws IOException {
    server.stubFor(get("/moved").willReturn(temporaryRedirect("/jobs.csv?key=1")));
    server.stubFor(
        get("/jobs.csv?key=1")
            .willReturn(ok(HEADINGS + "1;Snickare;Bygg;Luleå;https://x.example.se/1;\n")));

    CommandLineRun preview = CommandLineRun.of("preview", "csv-vacancies", server.url("/moved"));

    assertThat(preview.out()).contains("moved:2 row 2 key 1  accepted", "1 received, 1 accepted");
  }

  @Test
  void aFeedsKeyGoesToItsOwnServerOnly() throws IOException {
    Path config = folder.resolve("config");
    FileSystemUtils.copyRecursively(Path.of("config"), config);
    Files.createDirectories(config.resolve("secrets"));
    Files.writeString(config.resolve("secrets/KEY"), "k3y");
    Files.writeString(
        config.resolve("partners/keyed.yaml"),
        """
        name: Keyed
        feeds:
          - id: keyed-jobs
            format: csv-vacancies
            speaksFor: feed
            rest:
              url: %s
              header: X-Api-Key
              key: ${KEY}
        """
            .formatted(server.url("/jobs.csv")));
    server.stubFor(
        get("/jobs.csv")
            .withHeader("X-Api-Key", equalTo("k3y"))
            .willReturn(ok(HEADINGS + "1;Snickare;Bygg;Luleå;https://x.example.se/1;\n")));
    server.stubFor(get("/away").willReturn(temporaryRedirect(other.url("/jobs.csv"))));
    other.stubFor(get("/jobs.csv").willReturn(ok(HEADINGS)));
    String[] own = {"preview", "keyed-jobs", "--config", config.toString()};

    assertThat(CommandLineRun.of(own).out()).contains("1 received, 1 accepted");
    CommandLineRun.of("preview", "keyed-jobs", other.url("/jobs.csv"), own[2], own[3]);
    other.verify(1, getRequestedFor(urlEqualTo("/jobs.csv")).withoutHeader("X-Api-Key"));
    CommandLineRun away =
        CommandLineRun.of("preview", "keyed-jobs", server.url("/away"), own[2], own[3]);
    assertThat(away.err()).contains("/away redirects to another server, " + other.url("/jobs.csv"));
    other.verify(1, getRequestedFor(urlEqualTo("/jobs.csv")));
  }

  @Test
  void anAddressThatAnswersNothingGoodIsOneSentence() {
    server.stubFor(get("/gone?key=s3cr3t").willReturn(aResponse().withStatus(404)));
    server.stubFor(get("/round").willReturn(temporaryRedirect("/round")));

    assertThat(CommandLineRun.of("preview", "rss", server.url("/gone?key=s3cr3t")).err().strip())
        .isEqualTo(server.url("/gone") + " answers HTTP 404");
    assertThat(CommandLineRun.of("preview", "rss", server.url("/round")).err())
        .contains("redirects on and on");
    assertThat(CommandLineRun.of("preview", "rss").err()).contains("`rss` has no address here");
  }

  @Test
  void aRejectedRecordIsShownWithItsReasonAndCounted() throws IOException {
    Path file = csv("1;Snickare;Bygg;Luleå;https://x.example.se/1;\n2;;Bygg;Luleå;;\n");

    CommandLineRun preview = preview("csv-vacancies", file);

    assertThat(preview.exitCode()).isEqualTo(1);
    assertThat(preview.out())
        .contains("key 1  accepted")
        .contains("key 2  rejected")
        .contains("ERROR title-missing")
        .contains("2 received, 1 accepted (0 of them take a vacancy back), 1 rejected, 0 kept out")
        .contains("       1  ERROR   title-missing");
  }

  @Test
  void aKeyThatStandsTwiceIsRejectedTheSecondTime() throws IOException {
    String row = "1;Snickare;Bygg;Luleå;https://x.example.se/1;\n";

    assertThat(preview("csv-vacancies", csv(row + row)).out())
        .contains("record-key-twice")
        .contains("2 received, 1 accepted");
  }

  @Test
  void aFileThatBreaksOffShowsWhatStandsBeforeTheBreak() throws IOException {
    String whole = Files.readString(Path.of(SAMPLE));
    Path file = folder.resolve("cut.xml");
    Files.writeString(file, whole.substring(0, whole.length() - 200));

    CommandLineRun preview = preview("hrxml-platsbanken", file);

    assertThat(preview.exitCode()).isEqualTo(1);
    assertThat(preview.out())
        .contains("accepted")
        .contains("The file could not be read to its end");
  }

  @Test
  void whatIsNoFeedAndNoFormatIsReportedWithTheNameThatWasMeant() {
    assertThat(preview("csv-vacancy", Path.of(SAMPLE)).exitCode()).isEqualTo(1);
    assertThat(preview("csv-vacancis", Path.of(SAMPLE)).err())
        .contains("`csv-vacancis` is no feed and no format; did you mean `csv-vacancies`?");
    assertThat(preview("csv-vacancies", folder.resolve("gone.csv")).err())
        .contains("There is no file");
  }

  @Test
  void aFeedWhosePartnerFileHasFaultsIsNotRead() throws IOException {
    Path config = folder.resolve("config");
    FileSystemUtils.copyRecursively(Path.of("config"), config);
    Path partner = config.resolve("partners/region-norrbotten.yaml");
    Files.writeString(partner, Files.readString(partner).replace("every: 1m", "every: soon"));

    CommandLineRun preview =
        preview("region-norrbotten-jobs", Path.of(SAMPLE), "--config", config.toString());

    assertThat(preview.exitCode()).isEqualTo(1);
    assertThat(preview.err()).contains(partner + ":9: `every`");
  }

  @Test
  void aLongFileTellsHowFarItIs() throws IOException {
    Path file = folder.resolve("long.csv");
    try (BufferedWriter rows = Files.newBufferedWriter(file)) {
      rows.write(HEADINGS);
      for (int i = 0; i < 20_000; i++) {
        rows.write(i + ";Snickare;Bygg;Luleå;https://x.example.se/" + i + ";\n");
      }
    }
    CommandLineRun preview = preview("csv-vacancies", file);

    assertThat(preview.err()).contains("10000 records read").contains("20000 records read");
    assertThat(preview.out()).contains("20000 received, 20000 accepted");
    assertThat(preview.exitCode()).isZero();
  }

  private Path csv(String rows) throws IOException {
    return Files.writeString(folder.resolve("vacancies.csv"), HEADINGS + rows);
  }

  private static CommandLineRun preview(String name, Path file, String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "preview";
    args[1] = name;
    args[2] = file.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandLineRun.of(args);
  }
}
