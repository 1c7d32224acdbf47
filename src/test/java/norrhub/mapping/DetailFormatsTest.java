package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;
import norrhub.record.PartFile;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import norrhub.record.repair.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems whose list has no text: the answer for one vacancy completes its record of the list. */
class DetailFormatsTest {
  private static final Path SAMPLES = Path.of("../shared/samples");
  private static final Formats FORMATS =
      new Formats(
          new HubDirectories(Path.of("config"), Path.of("routes"), Path.of("data")),
          new ConfigFiles(name -> Optional.empty()),
          Readers.all(),
          Readers.repairs());

  @TempDir Path temp;

  @Test
  void smartRecruitersAnswerHasTheTextAndTheAddresses() throws Exception {
    Draft draft =
        joined(
            "smartrecruiters",
            """
            {"totalFound": 1, "content": [{"id": "7440", "name": "Driftingenjör", "refNumber": "R1",
              "location": {"city": "Jokkmokk", "country": "se"}, "department": {}}]}""",
            """
            {"id": "7440", "name": "Driftingenjör", "active": true, "refNumber": "R1",
              "jobAd": {"sections": {"jobDescription": {"title": "Om jobbet", "text": "<p>Du drar.</p>"}}},
              "location": {"city": "Jokkmokk", "country": "se", "region": ""},
              "applyUrl": "https://jobs.smartrecruiters.example/A/7440?oga=true"}""");

    assertThat(draft.list("descriptionHtml")).singleElement().asString().contains("Du drar.");
    assertThat(draft.text("applyUrl"))
        .contains("https://jobs.smartrecruiters.example/A/7440?oga=true");
    assertThat(draft.fields().at("/locations/city").asText()).isEqualTo("Jokkmokk");
  }

  @Test
  void workdaysAnswerHasTheTextThePlacesAndTheAddress() throws Exception {
    Draft draft =
        joined(
            "workday-cxs",
            """
            {"total": 1, "jobPostings": [{"title": "Mine Planner", "externalPath": "/job/Boliden/Mine-Planner_JR354232-1",
              "locationsText": "2 Locations", "postedOn": "Posted Yesterday", "bulletFields": ["JR354232"]}]}""",
            """
            {"jobPostingInfo": {"id": "b7", "title": "Mine Planner", "jobDescription": "<p>You plan.</p>",
              "location": "Boliden", "additionalLocations": ["Kristineberg"], "jobReqId": "JR354232",
              "externalUrl": "https://rontal.wd3.myworkdayjobs.example/karriar/job/x_JR354232", "canApply": true},
             "hiringOrganization": {"name": "Röntäl Metaller AB"}}""");

    assertThat(draft.text("descriptionHtml")).contains("<p>You plan.</p>");
    assertThat(draft.list("locations")).hasSize(2);
    assertThat(draft.text("applyUrl")).isPresent();
  }

  @Test
  void varbisAnswerHasTheTextAndTheTerms() throws Exception {
    Draft draft =
        joined(
            "varbi-rest",
            """
            {"links": {"next": null}, "data": [{"type": "job", "id": "812345", "attributes": {
              "translations": {"texts": {"title": "Sjuksköterska", "placement": "Jokkmokk"}}},
              "links": {"apply": "https://norr.varbi.example/apply/812345"}}]}""",
            """
            {"data": {"type": "job", "id": "812345", "attributes": {
              "translations": {"texts": {"title": "Sjuksköterska", "placement": "Jokkmokk"}}}},
             "included": [{"type": "job-ad", "id": "812345", "attributes": {"language": "sv",
               "texts": {"descriptions": {"combined": "<p>Du vårdar.</p>"}, "details": [
                 {"type": "employment-type", "label": "Anställningsform", "text": "Tillsvidare"}]}}}]}""");

    assertThat(draft.text("descriptionHtml")).contains("<p>Du vårdar.</p>");
    assertThat(draft.text("contract")).contains("Tillsvidare");
  }

  /** Trap: Visma's answer lacks the title, the number and the units that the list has. */
  @Test
  void whatVismasAnswerLeavesOutTheListSays() throws Exception {
    Draft draft =
        joined(
            "visma-recruit",
            """
            <Assignments><Assignment><Guid>G-1</Guid><RefNo>V-88</RefNo><Localization><AssignmentLoc>
              <AssignmentTitle>Lärare</AssignmentTitle><WorkDescr>Kort</WorkDescr>
              <Municipality><Name>Vindeln</Name></Municipality>
            </AssignmentLoc></Localization></Assignment></Assignments>""",
            """
            <Assignment><ReadMoreUrl>https://recruit.visma.example/ad/1</ReadMoreUrl>
              <ApplicationMethods><ApplicationMethod><ValueXml><web><url>https://recruit.visma.example/apply/1</url></web></ValueXml></ApplicationMethod></ApplicationMethods>
              <Localization><AssignmentLoc><AssignmentTitle/><WorkDescr>Lång text &amp; mer</WorkDescr></AssignmentLoc></Localization></Assignment>""");

    assertThat(draft.text("title")).contains("Lärare");
    assertThat(draft.text("requisition")).contains("V-88");
    assertThat(draft.fields().path("descriptionText").toString()).contains("Lång text & mer");
    assertThat(draft.fields().at("/locations/municipality").asText()).isEqualTo("Vindeln");
    assertThat(draft.text("applyUrl")).contains("https://recruit.visma.example/apply/1");
  }

  @Test
  void easyCruitsAnswerHasTheText() throws Exception {
    String vacancy =
        """
        <Vacancy id="3628965" reference_number=""><Versions><Version language="se"><Title>Gruvmätare</Title>%s
        </Version></Versions></Vacancy>""";
    Draft draft =
        joined(
            "easycruit",
            "<VacancyList xmlns=\"urn:EasyCruit\">" + vacancy.formatted("") + "</VacancyList>",
            vacancy.formatted("<Description><![CDATA[<p>Du mäter.</p>]]></Description>"));

    assertThat(draft.fields().path("descriptionHtml").toString()).contains("Du mäter.");
  }

  @Test
  void anErrorWithStatus200IsNoDetail() {
    assertThatThrownBy(
            () ->
                join(
                    "visma-recruit",
                    "<Assignments><Assignment><Guid>G-1</Guid></Assignment></Assignments>",
                    "<Error>Kunde inte hitta gruppen</Error>"))
        .isInstanceOf(UnreadablePart.class)
        .hasMessageContaining("<Error> instead of <Assignment>");
    assertThatThrownBy(
            () ->
                join(
                    "smartrecruiters",
                    "{\"content\": [{\"id\": \"1\"}]}",
                    "{\"message\": \"Not found\"}"))
        .isInstanceOf(UnreadablePart.class);
  }

  @Test
  void aRealAnswerOfVarbiIsJoined() throws Exception {
    Path sample = SAMPLES.resolve("varbi/rest-v1-job-with-ad.json");
    assumeTrue(Files.exists(sample), "the samples lie outside of the repository");
    String answer = Files.readString(sample);

    Draft draft =
        joined("varbi-rest", "{\"data\": [{\"type\": \"job\", \"id\": \"12345\"}]}", answer);

    assertThat(draft.text("title")).contains("HR-konsult");
    assertThat(draft.text("descriptionHtml")).isPresent();
  }

  @Test
  void aListAndAnAnswerOfVismaInTheirDocumentedShapeAreJoined() throws Exception {
    Path folder = SAMPLES.resolve("visma-recruit");
    assumeTrue(Files.isDirectory(folder), "the samples lie outside of the repository");

    Draft draft =
        joined(
            "visma-recruit",
            Files.readString(folder.resolve("assignment-list-shape-from-test.xml")),
            Files.readString(folder.resolve("assignment-item-shape-from-test.xml")));

    assertThat(draft.text("title")).contains("Lärare");
    assertThat(draft.text("applyUrl")).contains("https://recruit.visma.com/apply?id=1");
  }

  /** The key is the same with and without the detail: otherwise a vacancy would be two. */
  private Draft joined(String format, String list, String answer) throws Exception {
    JsonNode joined = join(format, list, answer);
    Format of = FORMATS.find(format).orElseThrow();
    assertThat(of.key(joined)).isPresent().isEqualTo(of.key(first(of, list)));
    return of.map(joined, Map.of()).draft();
  }

  private JsonNode join(String format, String list, String answer) throws Exception {
    Format of = FORMATS.find(format).orElseThrow();
    return of.join(first(of, list), part("answer", answer)).record();
  }

  private JsonNode first(Format format, String list) throws Exception {
    try (RecordStream records = format.open(part("list", list))) {
      return ((SourceRecord) records.next().orElseThrow()).content();
    }
  }

  private PartFile part(String name, String text) throws IOException {
    return new PartFile(name, Files.writeString(temp.resolve(name), text));
  }
}
