package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What international systems are known to do, one trap a test. */
class BoardTrapsTest {

  private static FormatOutcome workday(String fields) throws Exception {
    return FormatOutcome.ofJson("workday-cxs", "{'jobPostings':[{" + fields + "}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 Locations", "2 platser", "3 asukohta"})
  void workdayCountsPlacesInsteadOfNamingThem(String text) throws Exception {
    assertThat(workday("'locationsText':'" + text + "'").has("locations")).isFalse();
  }

  @Test
  void workdayPostsOneRequisitionAgainUnderAnotherPath() throws Exception {
    assertThat(workday("'externalPath':'/job/Boliden/Ingenjor_JR1234-1'").keys())
        .isEqualTo(workday("'externalPath':'/job/Boliden/Ingenjor_JR1234'").keys())
        .containsExactly("JR1234");
  }

  @Test
  void workdayLeavesThePathEmptyAndNoAddressIsMadeOfIt() throws Exception {
    FormatOutcome outcome = workday("'externalPath':'','bulletFields':['JR77']");

    assertThat(outcome.keys()).containsExactly("JR77");
    assertThat(outcome.has("applyUrl")).isFalse();
  }

  @Test
  void workdaySaysPostedYesterdayWhichIsNoDate() throws Exception {
    assertThat(workday("'postedOn':'Posted 30+ Days Ago'").has("published")).isFalse();
  }

  private static FormatOutcome smartRecruiters(String fields) throws Exception {
    return FormatOutcome.ofJson("smartrecruiters", "{'content':[{'id':'7'," + fields + "}]}");
  }

  @Test
  void smartRecruitersLabelsPermanentAsFullTime() throws Exception {
    FormatOutcome outcome =
        smartRecruiters("'typeOfEmployment':{'id':'permanent','label':'Full-time'}");

    assertThat(outcome.at("/hours")).isEqualTo("FULL");
    assertThat(outcome.has("contract")).isFalse();
  }

  @Test
  void smartRecruitersWritesCountriesInLowerCaseAndEmptyDepartments() throws Exception {
    FormatOutcome outcome = smartRecruiters("'location':{'country':'se'},'department':{}");

    assertThat(outcome.at("/locations/country")).isEqualTo("SE");
    assertThat(outcome.has("employer")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"INTERNAL, INTERNAL", "PUBLIC, ''"})
  void smartRecruitersListsWhatIsNotForAll(String visibility, String notPublic) throws Exception {
    assertThat(smartRecruiters("'visibility':'" + visibility + "'").at("/notPublic"))
        .isEqualTo(notPublic);
  }

  @Test
  void leversDescriptionHoldsOpeningAndBodyAlready() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson(
            "lever",
            "[{'id':'u','opening':'<p>a</p>','descriptionBody':'<p>b</p>','description':'<p>a</p><p>b</p>'}]");

    assertThat(outcome.drafts().get(0).at("/descriptionHtml").toString())
        .isEqualTo("[\"<p>a</p><p>b</p>\"]");
  }

  private static FormatOutcome ashby(String fields) throws Exception {
    return FormatOutcome.ofJson("ashby", "{'jobs':[{'id':'u'," + fields + "}]}");
  }

  @Test
  void ashbyCallsHybridWorkRemote() throws Exception {
    assertThat(ashby("'isRemote':true,'workplaceType':'Hybrid'").at("/workplace"))
        .isEqualTo("HYBRID");
  }

  @Test
  void ashbyListsWhatMustNotBeShown() throws Exception {
    assertThat(ashby("'isListed':false").at("/notPublic")).isEqualTo("unlisted");
  }

  private static FormatOutcome recruitee(String fields) throws Exception {
    return FormatOutcome.ofJson("recruitee", "{'offers':[{'id':1," + fields + "}]}");
  }

  @Test
  void recruiteeSaysRemoteAndOnSiteAtOnce() throws Exception {
    assertThat(recruitee("'remote':true,'on_site':true,'hybrid':false").at("/workplace"))
        .isEqualTo("HYBRID");
  }

  @Test
  void greenhouseCollectsPeopleForNoVacancy() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson("greenhouse", "{'jobs':[{'id':1,'internal_job_id':null}]}");

    assertThat(outcome.has("notPublic")).isTrue();
  }

  private static FormatOutcome workable(String fields) throws Exception {
    return FormatOutcome.ofJson("workable", "{'jobs':[{'shortcode':'A1'," + fields + "}]}");
  }

  @Test
  void workableHidesPlacesThatAreNotToBeShown() throws Exception {
    FormatOutcome outcome =
        workable("'locations':[{'city':'Boden','hidden':false},{'city':'Hemlig','hidden':true}]");

    assertThat(outcome.drafts().get(0).toString()).contains("Boden").doesNotContain("Hemlig");
  }

  @Test
  void navEndsAVacancyBeforeItExpires() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson(
            "nav",
            "{'content':[{'uuid':'u','status':'INACTIVE','expires':'2027-05-01T00:00:00'}]}");

    assertThat(outcome.drafts().get(0).path("removed").asBoolean()).isTrue();
  }

  @Test
  void navWritesNumbersAsTextsAndDeadlinesAsWords() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.ofJson(
            "nav",
            "{'content':[{'uuid':'u','properties':{'positioncount':'2','applicationdue':'Snarest'}}]}");

    assertThat(outcome.at("/openings")).isEqualTo("2");
    assertThat(outcome.at("/deadline")).isEqualTo("Snarest");
  }

  @Test
  void indeedPutsRemoteWhereATownShouldBe() throws Exception {
    FormatOutcome outcome =
        FormatOutcome.of(
            "indeed-xml", "<source><job><city>Remote</city><country>SE</country></job></source>");

    assertThat(outcome.at("/locations/city")).isEmpty();
    assertThat(outcome.at("/locations/country")).isEqualTo("SE");
  }
}
