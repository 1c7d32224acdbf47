package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the systems of Swedish employers are known to do, one trap a test. */
class SwedishTrapsTest {

  @Test
  void varbiRssWritesTheLanguageIntoGuidAndLinkButTheKeyIsTheJobs() throws Exception {
    String item =
        "<item><guid>https://ltu.varbi.com/%s/what:job/jobID:901/</guid>"
            + "<link>https://ltu.varbi.com/%s/what:job/jobID:901/</link></item>";
    FormatOutcome outcome =
        FormatOutcome.of(
            "varbi-rss",
            "<rss><channel>"
                + item.formatted("en", "en")
                + item.formatted("sv", "sv")
                + "</channel></rss>");

    assertThat(outcome.keys()).containsExactly("901", "901");
  }

  @Test
  void varbiRssIsTextSoWhatLooksLikeATagIsNone() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.of(
            "varbi-rss",
            "<rss><channel><item><description>Du kan &lt;b&gt; och &amp;amp;</description></item>"
                + "</channel></rss>");

    assertThat(outcome.at("/descriptionText")).isEqualTo("Du kan <b> och &amp;");
    assertThat(outcome.has("descriptionHtml")).isFalse();
  }

  @Test
  void varbiDetailsAreKnownByTypeNotByTheirLocalisedLabel() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson(
            "varbi-rest",
            "{'data':[{'data':{'id':'7','attributes':{}},'included':[{'type':'job-ad','attributes':"
                + "{'texts':{'details':[{'type':'working-hours','label':'Tööaeg','text':'100%'}]}}}]}]}");

    assertThat(outcome.at("/scope")).isEqualTo("100%");
  }

  @Test
  void varbiChangesItsOffsetWithinOneAdWhenSummerTimeEnds() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson(
            "varbi-rest",
            "{'data':[{'id':'7','attributes':{'dates':{'published':'2026-10-01T00:00:00+02:00',"
                + "'deadline':'2026-11-01T23:59:59+01:00'}}}]}");

    assertThat(outcome.at("/published")).isEqualTo("2026-10-01T00:00:00+02:00");
    assertThat(outcome.at("/deadline")).isEqualTo("2026-11-01T23:59:59+01:00");
  }

  private static FormatOutcome reachMee(String fields) throws Exception {
    return FormatOutcome.of(
        "reachmee-rss", "<rss><channel><item>" + fields + "</item></channel></rss>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;p&gt;Lön &amp;amp; villkor&lt;/p&gt;",
        "&amp;lt;p&amp;gt;Lön &amp;amp;amp; villkor&amp;lt;/p&amp;gt;"
      })
  void reachMeeEscapesItsHtmlOnceOrTwice(String written) throws Exception {
    assertThat(reachMee("<description>" + written + "</description>").at("/descriptionHtml/0"))
        .isEqualTo("<p>Lön &amp; villkor</p>");
  }

  @Test
  void reachMeeMeansTheWholeOfTheLastDay() throws Exception {
    assertThat(reachMee("<pubDateTo>Fri, 18 Dec 2026 00:00:00 +0100</pubDateTo>").at("/deadline"))
        .isEqualTo("Fri, 18 Dec 2026");
  }

  @Test
  void reachMeeLeavesContactsFlatAndTheyAreLeftOut() throws Exception {
    FormatOutcome outcome =
        reachMee(
            "<contactPerson>A</contactPerson><contactPersonEmail>a@b.example</contactPersonEmail>");

    assertThat(outcome.drafts().get(0).toString()).doesNotContain("a@b.example");
  }

  @Test
  void reachMeeHidesTheButtonWhereTheAdSaysHowElseToApply() throws Exception {
    FormatOutcome outcome =
        reachMee("<hideApplyButton>true</hideApplyButton><link>https://x.example/1</link>");

    assertThat(outcome.has("applyUrl")).isFalse();
    assertThat(outcome.at("/adUrl")).isEqualTo("https://x.example/1");
  }

  @Test
  void reachMeeRestNamesALanguageByACountry() throws Exception {
    assertThat(
            FormatOutcome.ofJson("reachmee-rest", "[{'ad_id':5,'ad_language':'SE'}]")
                .at("/language"))
        .isEqualTo("sv");
  }

  @Test
  void reachMeeCountsAdsInOneRowOverBothChannels() throws Exception {
    assertThat(FormatOutcome.ofJson("reachmee-rest", "[{'ad_id':12743,'project_id':8}]").keys())
        .isEqualTo(reachMee("<CommAdSeqNo>12743</CommAdSeqNo>").keys());
  }

  @Test
  void vismaRecruitNamesOneDepartmentOrManyAndTheLevelSaysWhichIsWider() throws Exception {
    String assignments =
        "<Assignments><Assignment><Guid>g</Guid><Localization><AssignmentLoc><Departments>%s"
            + "</Departments></AssignmentLoc></Localization></Assignment></Assignments>";
    String unit = "<Department Type='x'><Level>%d</Level><Name>%s</Name></Department>";

    assertThat(
            FormatOutcome.of("visma-recruit", assignments.formatted(unit.formatted(1, "Skolan")))
                .at("/employer/units/0"))
        .isEqualTo("Skolan");
    assertThat(
            FormatOutcome.of(
                    "visma-recruit",
                    assignments.formatted(
                        unit.formatted(2, "Norrskolan") + unit.formatted(1, "Skolan")))
                .drafts()
                .get(0)
                .at("/employer/units")
                .toString())
        .isEqualTo("[\"Skolan\",\"Norrskolan\"]");
  }

  private static FormatOutcome easyCruit(String fields) throws Exception {
    return FormatOutcome.of(
        "easycruit",
        "<VacancyList xmlns='urn:EasyCruit'><Vacancy id='9' reference_number='' date_end='2026-12-31'>"
            + fields
            + "</Vacancy></VacancyList>");
  }

  @Test
  void easyCruitWritesWordsForADeadline() throws Exception {
    FormatOutcome outcome =
        easyCruit(
            "<Versions><Version language='se'><Title>T</Title>"
                + "<ApplicationDeadline>1. augusti 2027</ApplicationDeadline></Version></Versions>");

    assertThat(outcome.at("/deadline")).isEqualTo("1. augusti 2027");
    assertThat(outcome.has("requisition")).isFalse();
  }

  @Test
  void easyCruitWritesOneVacancyInManyLanguagesUnderOneKey() throws Exception {
    FormatOutcome outcome =
        easyCruit(
            "<Versions><Version language='lt'><Title>Pardavėjas</Title></Version>"
                + "<Version language='se'><Title>Säljare</Title></Version></Versions>");

    assertThat(outcome.keys()).containsExactly("9");
    assertThat(outcome.at("/title")).isEqualTo("Säljare");
    assertThat(outcome.at("/language")).isEqualTo("sv");
  }

  @Test
  void easyCruitGivesEachDepartmentAnAddressOfItsOwn() throws Exception {
    FormatOutcome outcome =
        easyCruit(
            "<Departments><Department id='1'><ApplicationURL>https://x.example/1</ApplicationURL>"
                + "</Department><Department id='2'><ApplicationURL>https://x.example/2"
                + "</ApplicationURL></Department></Departments>");

    assertThat(outcome.at("/applyUrl")).isEqualTo("https://x.example/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'address':{'addressLocality':'Boden'}}",
        "[{'address':{'addressLocality':'Boden'}}]"
      })
  void teamtailorWritesAPlaceAsAnObjectOrAsAList(String place) throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson(
            "teamtailor-feed",
            "{'items':[{'id':'u','url':'https://x.example/jobs/1-a','_jobposting':{'jobLocation':"
                + place
                + "}}]}");

    assertThat(outcome.at("/locations/0/city")).isEqualTo("Boden");
    assertThat(outcome.keys()).containsExactly("1");
  }

  @Test
  void teamtailorRestSaysOpenOfUnlistedJobsToo() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson(
            "teamtailor-rest",
            "{'data':[{'id':'1','attributes':{'status':'open','human-status':'unlisted'}}]}");

    assertThat(outcome.at("/notPublic")).isEqualTo("unlisted");
  }

  @Test
  void jobTechRemovesByItsFlagAndNotByADate() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson(
            "jobtech-jobstream",
            "[{'id':'1','removed':false,'removed_date':'2026-11-01T00:00:00'},{'id':'2','removed':true}]");

    assertThat(outcome.drafts().get(0).has("removed")).isFalse();
    assertThat(outcome.drafts().get(1).path("removed").asBoolean()).isTrue();
  }
}
