package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.Home;
import norrhub.notice.Finding;
import norrhub.record.PartFile;
import norrhub.record.Readers;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What systems are known to do, one trap a test, each by the system's own format. */
class SourceTrapsTest {
  private static final Formats FORMATS =
      new Formats(
          new Home(Path.of("config"), Path.of("routes"), Path.of("data")),
          new ConfigFiles(name -> Optional.empty()),
          Readers.all(),
          Readers.repairs());
  @TempDir private Path folder;

  /** What a file becomes: drafts, findings of the file, and why it ended early. */
  private record Outcome(List<JsonNode> drafts, List<String> found, String broken) {
    String at(String pointer) {
      return drafts.get(0).at(pointer).asText();
    }
  }

  private Outcome read(String format, String file) throws Exception {
    return read(format, file, FORMATS.find(format).orElseThrow().needs());
  }

  private Outcome read(String id, String file, Map<String, String> values) throws Exception {
    Format format = FORMATS.find(id).orElseThrow();
    Path path = Files.writeString(folder.resolve("part"), file);
    List<JsonNode> drafts = new ArrayList<>();
    RecordStream stream = format.open(new PartFile("part", path));
    String broken = "";
    try (RecordStream records = stream) {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        JsonNode record = ((SourceRecord) next.get()).content();
        drafts.add(format.map(record, values).draft().fields());
      }
    } catch (UnreadablePart e) {
      broken = e.finding().kind().code();
    }
    List<Finding> findings = stream.findings();
    return new Outcome(drafts, findings.stream().map(f -> f.kind().code()).toList(), broken);
  }

  private Outcome successFactors(String fields) throws Exception {
    return read("successfactors-xml", jobListing(fields));
  }

  private static String jobListing(String fields) {
    return "<Job-Listing><Job><JobTitle>T</JobTitle><ReqId>7</ReqId>%s</Job></Job-Listing>"
        .formatted(fields);
  }

  private static String facet(String name, String label, String value) {
    return "<%s><label>%s</label><value>%s</value></%s>".formatted(name, label, value, name);
  }

  @Test
  void successFactorsWritesElementsWithoutAName() throws Exception {
    Outcome outcome = successFactors("<>375852015</><><label>City</label><value>Umeå</value></>");

    assertThat(outcome.broken()).isEmpty();
    assertThat(outcome.at("/locations/city")).isEqualTo("Umeå");
    assertThat(outcome.found()).containsExactly("repaired-nameless-element");
  }

  @ParameterizedTest
  @CsvSource({"filter1, Country", "filter5, Country of Search", "mfield3, Country - Career"})
  void successFactorsFiltersMeanWhatTheirLabelSays(String name, String label) throws Exception {
    assertThat(successFactors(facet(name, label, "Sweden")).at("/locations/country"))
        .isEqualTo("Sweden");
  }

  @Test
  void successFactorsNamesATownBehindItsCountry() throws Exception {
    Outcome outcome =
        successFactors(
            facet("filter1", "Country - Career", "Germany")
                + facet("filter2", "Geographic Location", "<![CDATA[Kiel, DE]]>"));

    assertThat(outcome.at("/locations/text")).isEqualTo("Kiel, DE");
    assertThat(outcome.at("/locations/country")).isEqualTo("Germany");
  }

  @Test
  void successFactorsCallsTheWayOfWorkingAPlace() throws Exception {
    Outcome outcome =
        successFactors(facet("filter12", "Work Location", "Hybrid") + facet("filter3", "City", ""));

    assertThat(outcome.at("/workplace")).isEqualTo("Hybrid");
    assertThat(outcome.drafts().get(0).has("locations")).isFalse();
  }

  @Test
  void successFactorsLeavesMarksUnreplaced() throws Exception {
    Outcome outcome = successFactors("<Location>[[filter7]]</Location>");

    assertThat(outcome.drafts().get(0).has("locations")).isFalse();
  }

  @Test
  void successFactorsEscapesInCdata() throws Exception {
    Outcome outcome =
        successFactors(facet("filter5", "Company", "<![CDATA[Skog &amp; Maskin AB]]>"));

    assertThat(outcome.at("/employer/name")).isEqualTo("Skog & Maskin AB");
  }

  @Test
  void successFactorsHasNoAddressesSoTheyAreMade() throws Exception {
    assertThat(successFactors("").at("/applyUrl"))
        .isEqualTo(
            "https://career5.successfactors.eu/career?company=exempelbolaget"
                + "&career_ns=job_application&career_job_req_id=7");
  }

  @ParameterizedTest
  @CsvSource({
    "MM/DD/YYYY, 03/04/2026, 2026-03-04",
    "DD/MM/YYYY, 03/04/2026, 2026-04-03",
    "MM/DD/YYYY, 6/18/2026, 2026-6-18",
    "DD/MM/YYYY, 06/18/2026, 06/18/2026",
  })
  void successFactorsDaysAndMonthsStandAsTheFeedSays(String order, String written, String read)
      throws Exception {
    Map<String, String> values =
        Map.of("site", "https://x.example/career?company=a", "dates", order);
    String file = jobListing("<Posted-Date>" + written + "</Posted-Date>");

    assertThat(read("successfactors-xml", file, values).at("/published")).isEqualTo(read);
  }

  @Test
  void aWrongHostOfSuccessFactorsAnswersWithAPage() throws Exception {
    assertThat(
            read("successfactors-xml", "<!DOCTYPE html><html><body>Career</body></html>").broken())
        .isEqualTo("part-is-html");
  }

  @Test
  void personioCallsRemoteAnOffice() throws Exception {
    Outcome outcome =
        read(
            "personio",
            "<workzag-jobs><position><id>1</id><office>Remote</office></position></workzag-jobs>");

    assertThat(outcome.drafts().get(0).has("locations")).isFalse();
    assertThat(outcome.at("/workplace")).isEqualTo("REMOTE");
  }

  @Test
  void personioHasNoAddressesAndMaybeNoText() throws Exception {
    Outcome outcome =
        read(
            "personio",
            "<workzag-jobs><position><id>1</id><jobDescriptions/></position></workzag-jobs>",
            Map.of("site", "https://verket.jobs.personio.com/"));

    assertThat(outcome.at("/applyUrl")).isEqualTo("https://verket.jobs.personio.com/job/1");
    assertThat(outcome.drafts().get(0).has("descriptionHtml")).isFalse();
  }

  @Test
  void reachMeeLeavesAmpersandsBareInAddresses() throws Exception {
    Outcome outcome =
        read(
            "reachmee-rss",
            "<rss><channel><item><title>Forskning & utbildning</title>"
                + "<link>https://web103.reachmee.com/main?site=12&lang=SE&rmjob=5</link>"
                + "</item></channel></rss>");

    assertThat(outcome.at("/title")).isEqualTo("Forskning & utbildning");
    assertThat(outcome.at("/applyUrl"))
        .isEqualTo("https://web103.reachmee.com/main?site=12&lang=SE&rmjob=5");
    assertThat(outcome.found()).containsExactly("repaired-bare-ampersand");
  }

  @Test
  void vismaRecruitLeavesAmpersandsBareAndSays1753ForNoDate() throws Exception {
    Outcome outcome =
        read(
            "visma-recruit",
            "<Assignments><Assignment><Guid>g</Guid>"
                + "<ApplicationEndDate>1753-01-01T00:00:00</ApplicationEndDate>"
                + "<PublishEndDate>2026-12-01T23:59:00</PublishEndDate>"
                + "<ReadMoreUrl>https://recruit.visma.com/?a=1&b=2</ReadMoreUrl>"
                + "</Assignment></Assignments>");

    assertThat(outcome.at("/deadline")).isEqualTo("2026-12-01T23:59:00");
    assertThat(outcome.at("/adUrl")).isEqualTo("https://recruit.visma.com/?a=1&b=2");
  }

  @Test
  void vismaRecruitAnswers200WithAnError() throws Exception {
    assertThat(read("visma-recruit", "<Error>Kunde inte hitta gruppen</Error>").broken())
        .isEqualTo("part-wrong-root");
  }

  @Test
  void greenhouseEscapesItsHtmlOnceAndTextsInItStayEscaped() throws Exception {
    Outcome outcome =
        read(
            "greenhouse",
            "{\"jobs\":[{\"id\":1,\"content\":\"&lt;p&gt;a &amp;lt; b&amp;nbsp;&lt;/p&gt;\"}]}");

    assertThat(outcome.at("/descriptionHtml")).isEqualTo("<p>a &lt; b&nbsp;</p>");
  }

  @Test
  void indeedEscapesAddressesInCdataAsOftenAsNot() throws Exception {
    String job = "<source><job><url><![CDATA[%s]]></url></job></source>";

    assertThat(read("indeed-xml", job.formatted("https://x.se/?a=1&amp;copy=2")).at("/applyUrl"))
        .isEqualTo("https://x.se/?a=1&copy=2");
    assertThat(read("indeed-xml", job.formatted("https://x.se/?a=1&copy=2")).at("/applyUrl"))
        .isEqualTo("https://x.se/?a=1&copy=2");
  }

  @Test
  void jobTechCallsNoPlaceOspecificeradArbetsort() throws Exception {
    JsonNode ad =
        new ObjectMapper()
            .readTree(
                "[{\"id\":\"1\",\"headline\":\"x\",\"workplace_address\":"
                    + "{\"region\":\"Ospecificerad arbetsort\",\"region_code\":\"90\"}}]");

    assertThat(read("jobtech-jobstream", ad.toString()).drafts().get(0).has("locations")).isFalse();
  }

  @Test
  void euresSaysNaWhereNothingIsKnown() throws Exception {
    Outcome outcome =
        read(
            "eures-hrxml",
            "<p:PositionOpening xmlns:p='u'><p:PositionProfile><p:PositionTitle>na</p:PositionTitle>"
                + "</p:PositionProfile></p:PositionOpening>");

    assertThat(outcome.drafts().get(0).has("title")).isFalse();
  }

  @Test
  void jobylonWritesNoneForNothingAndAnEmptyLastDay() throws Exception {
    Outcome outcome =
        read(
            "jobylon-widget",
            "<html><script>JBL.embed_v2['jobs'] = [{ id: '1', url: '/jobs/1-x/',"
                + " summary: 'None', function: 'None', to_date: '', },];</script></html>");

    assertThat(outcome.drafts().get(0).has("descriptionText")).isFalse();
    assertThat(outcome.drafts().get(0).has("occupations")).isFalse();
    assertThat(outcome.drafts().get(0).has("deadline")).isFalse();
    assertThat(outcome.at("/applyUrl")).isEqualTo("https://emp.jobylon.com/jobs/1-x/");
  }

  @Test
  void aJobylonPageThatChangedIsNoEmptyList() throws Exception {
    assertThat(read("jobylon-widget", "<html><body>Just a moment...</body></html>").broken())
        .isEqualTo("part-wrong-root");
    assertThat(read("jobylon-widget", "<html><script>JBL.embed_v2['jobs'] = [];</script></html>"))
        .isEqualTo(new Outcome(List.of(), List.of("repaired-javascript"), ""));
  }
}
