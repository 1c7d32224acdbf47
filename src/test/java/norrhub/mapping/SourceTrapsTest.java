package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What systems are known to do, one trap a test, each by the system's own format. */
class SourceTrapsTest {
  private static FormatOutcome successFactors(String fields) throws Exception {
    return FormatOutcome.of("successfactors-xml", jobListing(fields));
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
    FormatOutcome outcome =
        successFactors("<>375852015</><><label>City</label><value>Umeå</value></>");

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
    FormatOutcome outcome =
        successFactors(
            facet("filter1", "Country - Career", "Germany")
                + facet("filter2", "Geographic Location", "<![CDATA[Kiel, DE]]>"));

    assertThat(outcome.at("/locations/text")).isEqualTo("Kiel, DE");
    assertThat(outcome.at("/locations/country")).isEqualTo("Germany");
  }

  @Test
  void successFactorsCallsTheWayOfWorkingAPlace() throws Exception {
    FormatOutcome outcome =
        successFactors(facet("filter12", "Work Location", "Hybrid") + facet("filter3", "City", ""));

    assertThat(outcome.at("/workplace")).isEqualTo("Hybrid");
    assertThat(outcome.has("locations")).isFalse();
  }

  @Test
  void successFactorsLeavesMarksUnreplaced() throws Exception {
    FormatOutcome outcome = successFactors("<Location>[[filter7]]</Location>");

    assertThat(outcome.has("locations")).isFalse();
  }

  @Test
  void successFactorsEscapesInCdata() throws Exception {
    FormatOutcome outcome =
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

    assertThat(FormatOutcome.of("successfactors-xml", file, values).at("/published"))
        .isEqualTo(read);
  }

  @Test
  void aWrongHostOfSuccessFactorsAnswersWithAPage() throws Exception {
    assertThat(
            FormatOutcome.of(
                    "successfactors-xml", "<!DOCTYPE html><html><body>Career</body></html>")
                .broken())
        .isEqualTo("part-is-html");
  }

  @Test
  void personioCallsRemoteAnOffice() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.of(
            "personio",
            "<workzag-jobs><position><id>1</id><office>Remote</office></position></workzag-jobs>");

    assertThat(outcome.has("locations")).isFalse();
    assertThat(outcome.at("/workplace")).isEqualTo("REMOTE");
  }

  @Test
  void personioHasNoAddressesAndMaybeNoText() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.of(
            "personio",
            "<workzag-jobs><position><id>1</id><jobDescriptions/></position></workzag-jobs>",
            Map.of("site", "https://verket.jobs.personio.com/"));

    assertThat(outcome.at("/applyUrl")).isEqualTo("https://verket.jobs.personio.com/job/1");
    assertThat(outcome.has("descriptionHtml")).isFalse();
  }

  @Test
  void reachMeeLeavesAmpersandsBareInAddresses() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.of(
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
    FormatOutcome outcome =
        FormatOutcome.of(
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
    assertThat(
            FormatOutcome.of("visma-recruit", "<Error>Kunde inte hitta gruppen</Error>").broken())
        .isEqualTo("part-wrong-root");
  }

  @Test
  void greenhouseEscapesItsHtmlOnceAndTextsInItStayEscaped() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.of(
            "greenhouse",
            "{\"jobs\":[{\"id\":1,\"content\":\"&lt;p&gt;a &amp;lt; b&amp;nbsp;&lt;/p&gt;\"}]}");

    assertThat(outcome.at("/descriptionHtml")).isEqualTo("<p>a &lt; b&nbsp;</p>");
  }

  @Test
  void indeedEscapesAddressesInCdataAsOftenAsNot() throws Exception {
    String job = "<source><job><url><![CDATA[%s]]></url></job></source>";

    assertThat(
            FormatOutcome.of("indeed-xml", job.formatted("https://x.se/?a=1&amp;copy=2"))
                .at("/applyUrl"))
        .isEqualTo("https://x.se/?a=1&copy=2");
    assertThat(
            FormatOutcome.of("indeed-xml", job.formatted("https://x.se/?a=1&copy=2"))
                .at("/applyUrl"))
        .isEqualTo("https://x.se/?a=1&copy=2");
  }

  @Test
  void jobTechCallsNoPlaceOspecificeradArbetsort() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson(
            "jobtech-jobstream",
            "[{'id':'1','workplace_address':{'region':'Ospecificerad arbetsort','region_code':'90'}}]");

    assertThat(outcome.has("locations")).isFalse();
  }

  @Test
  void euresSaysNaWhereNothingIsKnown() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.of(
            "eures-hrxml",
            "<p:PositionOpening xmlns:p='u'><p:PositionProfile><p:PositionTitle>na</p:PositionTitle>"
                + "</p:PositionProfile></p:PositionOpening>");

    assertThat(outcome.has("title")).isFalse();
  }

  @Test
  void jobylonWritesNoneForNothingAndAnEmptyLastDay() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.of(
            "jobylon-widget",
            "<html><script>JBL.embed_v2['jobs'] = [{ id: '1', url: '/jobs/1-x/',"
                + " summary: 'None', function: 'None', to_date: '', },];</script></html>");

    assertThat(outcome.has("descriptionText")).isFalse();
    assertThat(outcome.has("occupations")).isFalse();
    assertThat(outcome.has("deadline")).isFalse();
    assertThat(outcome.at("/applyUrl")).isEqualTo("https://emp.jobylon.com/jobs/1-x/");
  }

  @Test
  void aJobylonPageThatChangedIsNoEmptyList() throws Exception {
    assertThat(
            FormatOutcome.of("jobylon-widget", "<html><body>Just a moment...</body></html>")
                .broken())
        .isEqualTo("part-wrong-root");
    assertThat(
            FormatOutcome.of(
                "jobylon-widget", "<html><script>JBL.embed_v2['jobs'] = [];</script></html>"))
        .isEqualTo(new FormatOutcome(List.of(), List.of(), List.of("repaired-javascript"), ""));
  }
}
