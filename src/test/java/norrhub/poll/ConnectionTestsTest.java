package norrhub.poll;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import norrhub.FreePort;
import norrhub.config.Secret;
import norrhub.delivery.Details;
import norrhub.partner.After;
import norrhub.partner.Feed;
import norrhub.partner.SftpSource;
import norrhub.partner.Sources;
import norrhub.record.PartFile;
import norrhub.route.Feeds;
import norrhub.route.Ledger;
import norrhub.route.Mailbox;
import norrhub.route.RouteTest;
import norrhub.route.SftpPartner;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds are tried: the source stays as it is, and so does the ledger. */
@RouteTest
class ConnectionTestsTest {
  @Autowired ConnectionTests tests;
  @Autowired CamelContext camel;
  @Autowired Details details;
  @Autowired JdbcClient db;
  @TempDir Path temp;

  private final ProbeSteps steps = new ProbeSteps();

  @Test
  void ofAFolderTheNewestFileIsFetchedAndStaysThere() throws Exception {
    try (SftpPartner server = new SftpPartner(temp.resolve("partner"))) {
      server.put("readme.txt", "no");
      server.put("jobs.xml", "<jobs/>");

      List<PartFile> parts = fetch(sftp(server, SftpPartner.PASSWORD));

      assertThat(told())
          .containsExactly(
              "ok logged in at localhost:%d as norrhub; the server shows the pinned key"
                  .formatted(server.port()),
              "ok listed /: 2 files, 1 of them named *.xml",
              "ok 1 file is left, for `files` does not match: readme.txt",
              "ok fetched the newest, jobs.xml, 7 bytes");
      assertThat(parts).singleElement().extracting(this::content).isEqualTo("<jobs/>");
      assertThat(server.files()).containsExactlyInAnyOrder("jobs.xml", "readme.txt");
      assertThat(new Ledger(db).rows("try-sftp")).isEmpty();
    }
  }

  @Test
  void anEmptyFolderIsNoFailure() throws Exception {
    try (SftpPartner server = new SftpPartner(temp.resolve("partner"))) {
      assertThat(fetch(sftp(server, SftpPartner.PASSWORD))).isEmpty();
      assertThat(told()).last().isEqualTo("ok nothing lies there that a poll would fetch");
    }
  }

  @Test
  void aLoginThatFailsIsReportedAsTheStepThatFailed() throws Exception {
    try (SftpPartner server = new SftpPartner(temp.resolve("partner"))) {
      assertThat(fetch(sftp(server, "wrong"))).isEmpty();
      assertThat(told())
          .singleElement()
          .asString()
          .startsWith(
              "FAILED localhost:%d as norrhub: the login was refused".formatted(server.port()))
          .contains("(it takes ", "password");
    }
  }

  @Test
  void anotherHostKeyThanThePinnedOneIsReportedAndNoPasswordSent() throws Exception {
    try (SftpPartner server = new SftpPartner(temp.resolve("partner"));
        SftpPartner other = new SftpPartner(temp.resolve("other"))) {
      fetch(sftp(server, other.hostKey(), SftpPartner.PASSWORD));
      assertThat(told())
          .singleElement()
          .asString()
          .contains("the server shows another host key than the pinned one", "`hostKey`");
      assertThat(server.passwordsAsked()).isZero();
    }
  }

  @Test
  void aServerThatIsNotThereIsNamedWithItsPort() throws Exception {
    SftpPartner server = new SftpPartner(temp.resolve("partner"));
    Feed feed = sftp(server, SftpPartner.PASSWORD);
    server.close();

    fetch(feed);
    assertThat(told())
        .containsExactly(
            "FAILED localhost:%d as norrhub: the connection was refused: nothing listens at that port, or a firewall refuses it"
                .formatted(feed.sftp().orElseThrow().port()));
  }

  @Test
  void aPrivateKeyThatIsNoneIsReported() throws Exception {
    try (SftpPartner server = new SftpPartner(temp.resolve("partner"))) {
      SftpSource source = sftp(server, "").sftp().orElseThrow();
      fetch(
          Feeds.sftp(
              "try-sftp",
              new SftpSource(
                  source.host(),
                  source.port(),
                  source.hostKey(),
                  source.user(),
                  Optional.empty(),
                  Optional.of(new Secret("KEY", "-----BEGIN OPENSSH PRIVATE KEY-----\ncut")),
                  source.directory(),
                  source.files(),
                  source.settle(),
                  source.doneFile(),
                  source.after(),
                  Sources.SFTP_OPTIONS)));
      assertThat(told()).singleElement().asString().contains("our private key cannot be read");
    }
  }

  @Test
  void ofAMailboxTheNewestMailIsReadAndStaysUnseen() {
    try (Mailbox mailbox = new Mailbox()) {
      mailbox.mail("asa@kraft.example", "Vecka 46", "", "old.csv", "x".getBytes(UTF_8));
      mailbox.mail("asa@kraft.example", "Vecka 47", "", "jobb.csv", "Titel;Ort\n".getBytes(UTF_8));

      List<PartFile> parts = fetch(mail(mailbox));

      assertThat(told())
          .contains(
              "ok opened INBOX: 2 mails",
              "ok the newest is [Vecka 47]",
              "ok fetched its attachment jobb.csv");
      assertThat(parts).singleElement().extracting(this::content).asString().contains("Titel;Ort");
      assertThat(mailbox.subjects("INBOX")).containsExactly("Vecka 46", "Vecka 47");
      assertThat(mailbox.has("done")).isFalse();
    }
  }

  @Test
  void aMailWhoseTextIsTheVacancyIsReadWhole() {
    try (Mailbox mailbox = new Mailbox()) {
      mailbox.mail("asa@kraft.example", "Elektriker", "", "jobb.csv", "x".getBytes(UTF_8));

      List<PartFile> parts = fetch(Feeds.mail("try-text", "mail-text", mail(mailbox).mail().get()));

      assertThat(told()).last().isEqualTo("ok fetched it whole: its text is what is read");
      assertThat(parts)
          .singleElement()
          .extracting(this::content)
          .asString()
          .contains("Subject: Elektriker", "veckans annonser");
      assertThat(mailbox.subjects("INBOX")).containsExactly("Elektriker");
    }
  }

  @Test
  void aMailThatWouldBeRefusedIsReportedAndStaysThere() {
    try (Mailbox mailbox = new Mailbox()) {
      mailbox.mail("mallory@evil.example", "Jobb", "", "jobb.csv", "Titel;Ort\n".getBytes(UTF_8));

      assertThat(fetch(mail(mailbox))).isEmpty();

      assertThat(told())
          .last()
          .asString()
          .startsWith("FAILED The mail [Jobb <mallory@evil.example>] is not read");
      assertThat(mailbox.subjects("INBOX")).containsExactly("Jobb");
    }
  }

  @Test
  void ofAnAddressOnePageIsAskedWithTheKeyAndNoOther() {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    try {
      server.stubFor(get(anyUrl()).willReturn(okJson("{\"items\":[],\"next_url\":\"/2\"}")));

      List<PartFile> parts = fetch(rest(server));

      assertThat(told())
          .containsExactly(
              "ok asked http://localhost:%d/jobs.json and got 28 bytes".formatted(server.port()),
              "ok there are more pages, which a poll would fetch");
      assertThat(parts).singleElement().extracting(this::content).asString().contains("items");
      server.verify(1, getRequestedFor(anyUrl()).withHeader("X-Api-Key", matching(".+")));
      server.verify(1, getRequestedFor(anyUrl()));
      assertThat(new Ledger(db).rows("try-rest")).isEmpty();
      assertThat(new Ledger(db).succeeded("try-rest")).isFalse();
      assertThat(camel.getRoute("feed-try-rest.try")).isNull();
    } finally {
      server.stop();
    }
  }

  @Test
  void whatAServerRefusesIsReportedAndTheFeedIsNotFailingForIt() {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    try {
      server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(401)));

      assertThat(fetch(rest(server))).isEmpty();

      assertThat(told()).containsExactly("FAILED HTTP 401: the server does not accept our key");
      assertThat(new Ledger(db).failure("try-rest")).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void aMailboxThatDoesNotOpenIsReportedInTheAdminsWords() {
    try (Mailbox mailbox = new Mailbox()) {
      fetch(Feeds.mail("try-mail", mailbox.source("user: nobody")));
      assertThat(told())
          .last()
          .asString()
          .startsWith("FAILED the login was refused: the server does not accept our user or");

      fetch(Feeds.mail("try-mail", mailbox.source("folder: Ingen")));
      assertThat(told())
          .last()
          .asString()
          .startsWith("FAILED there is no folder `Ingen` in the mailbox");

      fetch(Feeds.mail("try-mail", mailbox.source("tls: true")));
      assertThat(told())
          .last()
          .asString()
          .startsWith("FAILED the server does not speak TLS at that port");

      fetch(Feeds.mail("try-mail", mailbox.source("host: nosuch.invalid", "tls: true")));
      assertThat(told()).last().asString().endsWith("there is no host of the name nosuch.invalid");

      fetch(Feeds.mail("try-mail", mailbox.source("port: " + FreePort.next())));
      assertThat(told())
          .last()
          .asString()
          .matches("FAILED localhost:\\d+: the connection was refused: nothing listens .*");
    }
  }

  @Test
  void anAddressThatDoesNotAnswerIsReportedInTheAdminsWords() {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    try {
      server.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
      fetch(rest(server.baseUrl()));
      assertThat(told())
          .last()
          .isEqualTo(
              "FAILED HTTP 404: the server does not know this address (%s/jobs.json)"
                  .formatted(server.baseUrl()));

      fetch(rest("https://nosuch.invalid"));
      assertThat(told()).last().isEqualTo("FAILED there is no host of the name nosuch.invalid");

      fetch(rest("http://localhost:" + FreePort.next()));
      assertThat(told())
          .last()
          .asString()
          .matches("FAILED localhost:\\d+: the connection was refused: nothing listens .*");
    } finally {
      server.stop();
    }
  }

  @Test
  void ofAListWithoutTextsOneDetailIsAskedForAndNothingKeptOfIt() {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    try {
      server.stubFor(
          get("/list.xml")
              .willReturn(ok("<VacancyList><Vacancy id=\"1\"/><Vacancy id=\"2\"/></VacancyList>")));
      server.stubFor(get("/1.xml").willReturn(ok("<Vacancy id=\"1\"/>")));

      Fetched fetched = tests.fetch(Feeds.PARTNER, details(server), temp, steps);

      assertThat(fetched.parts()).hasSize(1);
      assertThat(fetched.detail().orElseThrow().file()).hasContent("<Vacancy id=\"1\"/>");
      assertThat(told()).last().isEqualTo("ok got the detail of the first vacancy, 17 bytes");
      server.verify(2, getRequestedFor(anyUrl()));
      assertThat(details.of("try-details")).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void aDetailThatCannotBeHadIsReportedAsTheStepThatFailed() {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    server.start();
    try {
      server.stubFor(
          get("/list.xml").willReturn(ok("<VacancyList><Vacancy id=\"1\"/></VacancyList>")));

      fetch(details(server));

      assertThat(told()).contains("FAILED no detail of the first vacancy: HTTP 404");
    } finally {
      server.stop();
    }
  }

  private List<PartFile> fetch(Feed feed) {
    return tests.fetch(Feeds.PARTNER, feed, temp, steps).parts();
  }

  private List<String> told() {
    return steps.all().stream()
        .map(step -> (step.well() ? "ok " : "FAILED ") + step.text())
        .toList();
  }

  private String content(PartFile part) {
    try {
      return Files.readString(part.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Feed sftp(SftpPartner server, String password) {
    return sftp(server, server.hostKey(), password);
  }

  private static Feed sftp(SftpPartner server, String hostKey, String password) {
    return Feeds.sftp(
        "try-sftp",
        new SftpSource(
            "localhost",
            server.port(),
            hostKey,
            "norrhub",
            Optional.of(new Secret("PASSWORD", password)),
            Optional.empty(),
            "/",
            "*.xml",
            Duration.ofSeconds(10),
            Optional.empty(),
            After.DELETE,
            Sources.SFTP_OPTIONS));
  }

  private static Feed mail(Mailbox mailbox) {
    return Feeds.mail("try-mail", mailbox.source());
  }

  private static Feed details(WireMockServer server) {
    String yaml = "{ url: '%s/list.xml', details: { address: '/{@id}.xml' } }";
    return Feeds.rest("try-details", "easycruit", Sources.rest(yaml.formatted(server.baseUrl())));
  }

  private static Feed rest(WireMockServer server) {
    return rest(server.baseUrl());
  }

  private static Feed rest(String address) {
    String yaml =
        """
        url: %s/jobs.json
        header: X-Api-Key
        key: ${KEY}
        next: /next_url
        """;
    return Feeds.rest("try-rest", Sources.rest(yaml.formatted(address)));
  }
}
