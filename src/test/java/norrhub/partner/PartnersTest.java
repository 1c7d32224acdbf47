package norrhub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.Secret;
import norrhub.platform.Changes;
import norrhub.platform.HubDirectories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnersTest {
  private static final String GOOD =
      """
      name: Luleå energi
      feeds:
        - id: lulea-jobs
          format: plain
          speaksFor: changes
          rest:
            url: https://example.org/jobs
      """;

  @TempDir private Path config;
  private int feeds;

  @BeforeEach
  void lay() throws IOException {
    Files.createDirectories(config.resolve("partners"));
    Files.createDirectories(config.resolve("boards"));
    Files.createDirectories(config.resolve("formats/plain"));
    Files.writeString(config.resolve("formats/plain/format.yaml"), "");
    Files.writeString(config.resolve("boards/campaign.yaml"), "");
    Files.writeString(config.resolve("boards/indeed.yaml"), "");
  }

  private void write(String file, String yaml) throws IOException {
    Files.writeString(config.resolve("partners").resolve(file), yaml);
  }

  private Partners partners() {
    HubDirectories home = new HubDirectories(config, Path.of("routes"), Path.of("data"));
    return new Partners(
        home,
        new ConfigFiles(
            name ->
                Optional.of(Map.of("SET_YES", "yes", "SET_ALL", "all").getOrDefault(name, name))
                    .filter(n -> !n.equals(name) || n.startsWith("SET"))));
  }

  private List<String> told(List<Fault> faults) {
    return faults.stream()
        .map(f -> f.toString().replace(config + "/partners/", "").replace(config + "/", ""))
        .toList();
  }

  @Test
  void aPartnerIsReadWhole() throws IOException {
    write(
        "boden.yaml",
        """
        name: Boden
        formerNames: [Old Boden]
        timeZone: Europe/Tallinn
        language: et
        ats: varbi-boden
        boards: [campaign]
        feeds:
          - id: boden-files
            format: plain
            speaksFor: file
            every: 90s
            expects: { atLeast: 7 }
            sftp:
              host: sftp.example.org
              hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a
              user: norrhub
              privateKey: ${SET_KEY}
              directory: out
              doneFile: ${file}.done
              after: leave
          - id: boden-mail
            format: plain
            speaksFor: feed
            mail:
              host: localhost
              tls: false
              user: jobs
              password: ${SET_PASSWORD}
              senders: [hr@example.org, "@example.net"]
              authenticatedBy: mx.example.org
        """);

    Partner partner = partners().partner("boden").orElseThrow();

    assertThat(partner.name()).isEqualTo("Boden");
    assertThat(partner.timeZone()).isEqualTo(ZoneId.of("Europe/Tallinn"));
    assertThat(partner.ats()).isEqualTo("varbi-boden");
    assertThat(partner.consentsTo("campaign")).isTrue();
    assertThat(partner.consentsTo("indeed")).isFalse();
    assertThat(partner.feeds().get(0).expects()).isEqualTo(new Expects(7, 30));
    assertThat(partner.feeds().get(0).sftp())
        .contains(
            new SftpSource(
                "sftp.example.org",
                22,
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a",
                "norrhub",
                Optional.empty(),
                Optional.of(new Secret("SET_KEY", "SET_KEY")),
                "out",
                "*",
                Duration.ofSeconds(10),
                Optional.of("${file}.done"),
                After.LEAVE,
                Sources.SFTP_OPTIONS));
    assertThat(partner.feeds().get(1).mail())
        .contains(
            new MailSource(
                "localhost",
                993,
                false,
                Optional.empty(),
                "jobs",
                new Secret("SET_PASSWORD", "SET_PASSWORD"),
                "INBOX",
                List.of("hr@example.org", "@example.net"),
                Optional.of("mx.example.org"),
                "done",
                "refused",
                3,
                Sources.MAIL_OPTIONS));
  }

  @Test
  void aMailboxThatBelievesEverySenderIsWarnedOf() throws IOException {
    write(
        "arvidsjaur.yaml",
        """
        name: Arvidsjaur
        feeds:
          - id: arvidsjaur-mail
            format: plain
            speaksFor: feed
            mail:
              host: imap.example.org
              user: jobs
              password: ${SET_PASSWORD}
              senders: [hr@example.org]
        boards: [campaign]
        """);

    assertThat(partners().partner("arvidsjaur")).isPresent();
    assertThat(partners().check()).isEmpty();
    assertThat(told(partners().warnings()))
        .singleElement()
        .asString()
        .startsWith("arvidsjaur.yaml:6: without `authenticatedBy` anybody");
  }

  @Test
  void detailsThatTheFormatDoesNotReadAreAFault() throws IOException {
    Files.createDirectories(config.resolve("formats/whole"));
    Files.writeString(
        config.resolve("formats/whole/format.yaml"), "detail: { reader: { json: {} } }");
    write("lulea.yaml", GOOD + "      details: { address: '/jobs/{id}' }\n");
    write(
        "pitea.yaml",
        GOOD.replace("lulea", "pitea").replace("plain", "whole")
            + "      details: { address: '/jobs/{id}' }\n");

    assertThat(told(partners().check()))
        .singleElement()
        .asString()
        .startsWith("lulea.yaml:8: the format `plain` does not say how a detail is read");
  }

  @Test
  void aFeedIsFoundByItsId() throws IOException {
    write("lulea.yaml", GOOD);

    Partners partners = partners();

    assertThat(partners.feed("lulea-jobs")).map(Feed::transport).contains(Transport.REST);
    assertThat(partners.feed("lulea-jobs")).map(Feed::every).contains(Duration.ofMinutes(5));
    assertThat(partners.ofFeed("lulea-jobs")).map(Partner::ats).contains("lulea");
    assertThat(partners.feed("kiruna-jobs")).isEmpty();
  }

  @Test
  void threeTyposInOneFileAreReportedAtOnceAndTheOthersStand() throws IOException {
    write("lulea.yaml", GOOD);
    write(
        "pitea.yaml",
        """
        name: Piteå
        feeds:
          - id: pitea-jobs
            format: plian
            speaksFor: fed
            sftp:
              hsot: sftp.example.org
              hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a
              user: norrhub
              password: ${SET}
              directory: /
        """);

    Partners partners = partners();

    assertThat(partners.all()).extracting(Partner::id).containsExactly("lulea");
    assertThat(partners.rejected()).hasSize(1);
    assertThat(partners.rejected().get(0).partner()).isEqualTo("pitea");
    assertThat(told(partners.rejected().get(0).faults()))
        .containsExactly(
            "pitea.yaml:4: unknown format `plian`, did you mean `plain`? (there is no"
                + " formats/plian/format.yaml)",
            "pitea.yaml:5: `speaksFor` is not one of feed, file, changes (it is `fed`); did you"
                + " mean `feed`?",
            "pitea.yaml:7: unknown key `hsot`, did you mean `host`?");
    assertThat(partners.check()).isEqualTo(partners.rejected().get(0).faults());
  }

  @Test
  void aFeedGivesItsFormatWhatThatNeedsAndNothingElse() throws IOException {
    Files.writeString(config.resolve("formats/plain/format.yaml"), "needs: { site: https://x }");
    write("lulea.yaml", GOOD);
    write("pitea.yaml", GOOD.replace("lulea", "pitea") + "    values: { sitt: https://jobb }\n");
    write("boden.yaml", GOOD.replace("lulea", "boden") + "    values: { site: https://jobb }\n");

    Partners partners = partners();

    assertThat(partners.feed("boden-jobs").orElseThrow().values())
        .isEqualTo(Map.of("site", "https://jobb"));
    assertThat(told(partners.check()))
        .containsExactly(
            "lulea.yaml:4: the format `plain` needs the value `site` of this feed: write"
                + " `values: { site: … }`, such as https://x",
            "pitea.yaml:4: the format `plain` needs the value `site` of this feed: write"
                + " `values: { site: … }`, such as https://x",
            "pitea.yaml:8: the format `plain` needs no value `sitt`, did you mean `site`?");
  }

  @Test
  void aFeedIdInTwoFilesIsReportedInBothEvenIfOneHasOtherFaults() throws IOException {
    write("lulea.yaml", GOOD);
    write("pitea.yaml", GOOD.replace("name:", "nmae:"));
    write("alvsbyn.yaml", GOOD.replace("lulea-jobs", "alvsbyn-jobs"));

    Partners partners = partners();

    assertThat(partners.all()).extracting(Partner::id).containsExactly("alvsbyn");
    assertThat(told(partners.check()))
        .containsExactly(
            "lulea.yaml:3: the feed id `lulea-jobs` is taken by pitea.yaml:3 too: give each feed"
                + " its own",
            "pitea.yaml:1: unknown key `nmae`, did you mean `name`?",
            "pitea.yaml:3: the feed id `lulea-jobs` is taken by lulea.yaml:3 too: give each feed"
                + " its own");
  }

  @Test
  void aFeedHasOneSourceAndAnSftpAccountOneProof() throws IOException {
    write(
        "lulea.yaml",
        """
        name: Luleå
        feeds:
          - id: none
            format: plain
            speaksFor: feed
          - id: two
            format: plain
            speaksFor: feed
            rest: { url: "https://example.org/jobs" }
            sftp:
              host: example.org
              hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a
              user: u
              directory: /
              password: ${SET}
              privateKey: ${SET}
        """);

    assertThat(told(partners().check()))
        .containsExactly(
            "lulea.yaml:3: one of these keys is missing: sftp, rest, mail, camel",
            "lulea.yaml:6: only one of sftp, rest, mail, camel may stand here, not both sftp and rest",
            "lulea.yaml:10: only one of password, privateKey may stand here, not both password and"
                + " privateKey");
  }

  @Test
  void secretsAreNamedAndSetAndKeptFromOpenLines() throws IOException {
    write("a.yaml", rest("\"http://example.org/jobs\"", "${SET}"));
    write("b.yaml", rest("\"http://localhost:8080/jobs\"", "${SET}"));
    write("c.yaml", rest("\"https://example.org/jobs\"", "${MISSING}"));
    write("d.yaml", rest("\"https://example.org/jobs\"", "hunter2"));

    Partners partners = partners();

    assertThat(partners.all()).extracting(Partner::id).containsExactly("b");
    assertThat(told(partners.check()))
        .containsExactly(
            "a.yaml:6: the key would go over the net in the clear: use https in `url`",
            "c.yaml:9: ${MISSING}, wanted for `key`, is not set: set the environment variable"
                + " MISSING, or write the value into config/secrets/MISSING",
            "d.yaml:9: `key` holds a secret itself: write ${NAME} here, and the secret into the"
                + " environment variable NAME or the file config/secrets/NAME. Change the secret,"
                + " it may be known now");
    assertThat(partners.check().toString()).doesNotContain("hunter2");
  }

  private String rest(String url, String key) {
    return """
        name: Luleå
        feeds:
          - id: feed-%d
            format: plain
            speaksFor: feed
            rest:
              url: %s
              header: X-Api-Key
              key: %s
        """
        .formatted(feeds++, url, key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all                           | HUB     | HUB
          [campaign]                    | HUB     |
          [campaign, indeed]            | HUB     | HUB
          []                            |         |
          { campaign: yes }             | HUB     |
          { campaign: self }            | PARTNER |
          { campaign: yes, indeed: self } | HUB   | PARTNER
          { campaign: "${SET_YES}" }    | HUB     |
          "${SET_ALL}"                  | HUB     | HUB
          {}                            |         |
          """)
  void consentIsWrittenAsAWordAListOrABlock(
      String boards, Consent.Publisher campaign, Consent.Publisher indeed) throws IOException {
    write("lulea.yaml", GOOD + "boards: " + boards + "\n");

    Partner partner = partners().partner("lulea").orElseThrow();

    Consent consent = partner.boards().orElseThrow();
    assertThat(consent.on("campaign")).isEqualTo(Optional.ofNullable(campaign));
    assertThat(consent.on("indeed")).isEqualTo(Optional.ofNullable(indeed));
    assertThat(partner.consentsTo("campaign")).isEqualTo(campaign == Consent.Publisher.HUB);
    assertThat(partner.consentsTo("indeed")).isEqualTo(indeed == Consent.Publisher.HUB);
    assertThat(partners().warnings()).isEmpty();
  }

  @Test
  void withoutBoardsNothingIsPublishedAndThatIsSaid() throws IOException {
    write("lulea.yaml", GOOD);
    write("pitea.yaml", "name: Piteå has no feed\n");

    assertThat(partners().partner("lulea").orElseThrow().consentsTo("campaign")).isFalse();
    assertThat(told(partners().check())).isEmpty();
    assertThat(told(partners().warnings()))
        .containsExactly(
            "lulea.yaml:1: nothing of this partner is published, because the file has no"
                + " `boards`: write `boards: all`, or a list of boards");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          campaign            | `boards` is not `all`, a list of boards, or a block of lines
          { campaign: no }    | `campaign` is not one of yes, self (it is `no`)
          { campaign: sefl }  | `campaign` is not one of yes, self (it is `sefl`); did you mean `self`?
          { campaign: [yes] } | `campaign` must be a text
          [[campaign]]        | entry 1 of `boards` must be a text
          """)
  void anotherWayOfWritingConsentIsAFault(String boards, String fault) throws IOException {
    write("lulea.yaml", GOOD + "boards: " + boards + "\n");

    assertThat(told(partners().check()))
        .singleElement()
        .asString()
        .startsWith("lulea.yaml:8: " + fault);
    assertThat(partners().partner("lulea")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [campain]          | unknown board `campain`, did you mean `campaign`? (there is no boards/campain.yaml)
          { campain: self }  | unknown board `campain`, did you mean `campaign`? (there is no boards/campain.yaml)
          [../campaign]      | unknown board `../campaign`
          [campaign, all]    | for all boards write `boards: all`, and no others
          """)
  void anUnknownBoardIsAFaultThatStopsNobody(String boards, String fault) throws IOException {
    write("lulea.yaml", GOOD + "boards: " + boards + "\n");

    assertThat(told(partners().check()))
        .singleElement()
        .asString()
        .startsWith("lulea.yaml:8: " + fault);
    assertThat(partners().partner("lulea")).isPresent();
    assertThat(partners().rejected()).isEmpty();
    assertThat(told(partners().remarks())).hasSize(1);
  }

  @Test
  void otherFilesInTheFolderAreIgnoredButAMisnamedPartnerIsReported() throws IOException {
    write("README.md", "# Partners");
    write(".lulea.yaml.swp", "%");
    write("lulea.yaml", GOOD);
    write("pitea.yml", GOOD.replace("lulea", "pitea"));
    write("Älvsbyns kommun.yaml", GOOD.replace("lulea", "alvsbyn"));
    Files.createDirectory(config.resolve("partners/old"));

    Partners partners = partners();

    assertThat(partners.all()).extracting(Partner::id).containsExactly("lulea");
    assertThat(partners.rejected())
        .extracting(RejectedConfig::partner)
        .containsExactlyInAnyOrder("pitea", "Älvsbyns kommun");
    assertThat(told(partners.check()))
        .hasSize(2)
        .allMatch(fault -> fault.contains("the file's name"));
  }

  @Test
  void aHubWithoutPartnersStartsAndSaysSo() throws IOException {
    Files.delete(config.resolve("partners"));

    Partners partners = partners();

    assertThat(partners.all()).isEmpty();
    assertThat(told(partners.check()))
        .containsExactly("partners:1: the folder cannot be read: is norrhub.home.config right?");
  }

  @Test
  void aPartnerWithoutFeedsOrSwitchedOffIsAPartner() throws IOException {
    write("lulea.yaml", "name: Luleå\noff: moves to another system in May\n");

    assertThat(partners().all())
        .extracting(Partner::off)
        .containsExactly(Optional.of("moves to another system in May"));
  }

  @Test
  void aReloadTakesUpWhatIsNewChangedOrGone() throws IOException {
    write("lulea.yaml", GOOD);
    write("boden.yaml", GOOD.replace("lulea-jobs", "boden-jobs"));
    Partners partners = partners();
    write("kiruna.yaml", GOOD.replace("lulea-jobs", "kiruna-jobs"));
    write("lulea.yaml", GOOD.replace("Luleå energi", "Luleå kraft"));
    Files.delete(config.resolve("partners/boden.yaml"));

    Changes changes = partners.reload();

    assertThat(changes)
        .isEqualTo(new Changes(List.of("kiruna"), List.of("lulea"), List.of("boden")));
    assertThat(partners.feed("boden-jobs")).isEmpty();
    assertThat(partners.partner("lulea").orElseThrow().name()).isEqualTo("Luleå kraft");
    assertThat(partners.reload().isEmpty()).isTrue();
  }

  @Test
  void aBadFileLeavesItsPartnerAsItWas() throws IOException {
    write("lulea.yaml", GOOD);
    Partners partners = partners();
    write("lulea.yaml", GOOD.replace("speaksFor: changes", "speaksFor: fed"));
    write("boden.yaml", "nam: Boden");

    assertThat(partners.reload().isEmpty()).isTrue();

    assertThat(partners.feed("lulea-jobs")).isPresent();
    assertThat(partners.rejected())
        .extracting(RejectedConfig::partner, RejectedConfig::runsOn)
        .containsExactly(tuple("boden", false), tuple("lulea", true));
    write("lulea.yaml", GOOD);
    partners.reload();
    assertThat(partners.rejected()).extracting(RejectedConfig::partner).containsExactly("boden");
  }

  @Test
  void aFeedThatStillRunsElsewhereIsNotTaken() throws IOException {
    write("lulea.yaml", GOOD);
    Partners partners = partners();
    write("lulea.yaml", GOOD.replace("lulea-jobs", "other-jobs").replace("changes", "chnges"));
    write("boden.yaml", GOOD);

    assertThat(partners.reload().isEmpty()).isTrue();

    assertThat(partners.ofFeed("lulea-jobs").orElseThrow().id()).isEqualTo("lulea");
    assertThat(told(partners.rejected().get(0).faults()))
        .containsExactly(
            "boden.yaml:3: the feed `lulea-jobs` still runs as lulea.yaml had it before its faults:"
                + " correct that file first");
  }

  @Test
  void aFolderThatCannotBeReadLeavesAllAsTheyWere() throws IOException {
    write("lulea.yaml", GOOD);
    Partners partners = partners();
    Files.move(config.resolve("partners"), config.resolve("elsewhere"));

    assertThat(partners.reload().isEmpty()).isTrue();

    assertThat(partners.feed("lulea-jobs")).isPresent();
    assertThat(told(partners.rejected().get(0).faults()))
        .containsExactly("partners:1: the folder cannot be read: is norrhub.home.config right?");
  }
}
