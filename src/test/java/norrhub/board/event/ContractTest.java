package norrhub.board.event;

import static norrhub.board.Vacancies.doctor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import norrhub.board.BoardFeed;
import norrhub.board.BoardFixture;
import norrhub.board.Posting;
import norrhub.board.StrictSchemas;
import norrhub.board.document.CampaignJson;
import norrhub.board.document.DocumentHead;
import norrhub.catalogue.VacancyJson;
import norrhub.vacancy.Application;
import norrhub.vacancy.Contract;
import norrhub.vacancy.Deadline;
import norrhub.vacancy.Employer;
import norrhub.vacancy.Employment;
import norrhub.vacancy.Hours;
import norrhub.vacancy.Publication;
import norrhub.vacancy.Reference;
import norrhub.vacancy.State;
import norrhub.vacancy.Texts;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import norrhub.vacancy.VacancyVersion;
import norrhub.vacancy.Workplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hub gives out is what its schemas say. */
public class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  private final VacancyVersion full = new VacancyVersion(doctor("1"), 3, State.OPEN);
  private final Posting in = new Posting(7, full.id(), 3, 3, true, "changed", T);
  private final Posting out = new Posting(8, full.id(), 4, 4, false, "absent", T);

  @Test
  void theFullestVacancyIsValid() {
    assertThat(faults("vacancy-v1", VacancyJson.published(full))).isEmpty();
  }

  @Test
  void theBarestVacancyIsValid() {
    Vacancy bare =
        new Vacancy(
            VacancyId.of("p", "1"),
            new Reference("p", "1", Optional.empty()),
            new Publication(T, Optional.empty(), Deadline.NONE),
            new Texts("und", "Läkare", "", ""),
            new Employer("Region Norrbotten", Optional.empty(), List.of(), Optional.empty()),
            List.of(),
            new Employment(
                Workplace.UNKNOWN,
                Contract.UNKNOWN,
                Hours.UNKNOWN,
                Optional.empty(),
                Optional.empty()),
            List.of(),
            new Application(Optional.empty(), Optional.empty(), Optional.of("jobb@example.org")));
    VacancyVersion version = new VacancyVersion(bare, 1, State.SCHEDULED);
    assertThat(faults("vacancy-v1", VacancyJson.published(version))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "version", "title", "datePosted", "application"})
  void aVacancyWithoutWhatIsPromisedIsNotValid(String field) {
    ObjectNode vacancy = VacancyJson.published(full);
    vacancy.remove(field);
    assertThat(faults("vacancy-v1", vacancy)).isNotEmpty();
  }

  @Test
  void aFieldOrWordThatNoSchemaKnowsIsNotWritten() {
    ObjectNode field = VacancyJson.published(full).put("salary", 1);
    ObjectNode inner = VacancyJson.published(full);
    ((ObjectNode) inner.get("employer")).put("logo", "https://example.org/logo.png");
    ObjectNode word = VacancyJson.published(full).put("workplace", "ABROAD");
    for (ObjectNode unknown : List.of(field, inner, word)) {
      assertThat(faults("vacancy-v1", unknown)).isNotEmpty();
    }
  }

  @Test
  void theCampaignDocumentIsValid() throws IOException {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    DocumentHead head = new DocumentHead("campaign", "Jobba i norr", T, 1, 7);
    new CampaignJson().write(head, Stream.of(full), document);
    assertThat(faults("campaign-v1", JSON.readTree(document.toByteArray()))).isEmpty();
  }

  @Test
  void bothEventsAreValid() throws IOException {
    EventFormat format = new EventFormat(BoardFixture.HUB);
    JsonNode upserted = JSON.readTree(format.event("matching", in, full).json());
    JsonNode withdrawn = JSON.readTree(format.event("matching", out, null).json());
    assertThat(faults("event-upserted-v1", upserted)).isEmpty();
    assertThat(faults("event-withdrawn-v1", withdrawn)).isEmpty();
    assertThat(faults("event-upserted-v1", withdrawn)).isNotEmpty();
    assertThat(upserted.get("dataschema").asText())
        .isEqualTo("https://norrhub.example/schema/vacancy-v1.json");
    assertThat(withdrawn.get("dataschema").asText())
        .isEqualTo("https://norrhub.example/schema/tombstone-v1.json");
  }

  @Test
  void aTombstoneIsValidAndNoVacancy() {
    assertThat(faults("tombstone-v1", BoardFeed.tombstone(out))).isEmpty();
    assertThat(faults("vacancy-v1", BoardFeed.tombstone(out))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi", "asyncapi"})
  void whatADescriptionRefersToIsThere(String name) throws IOException {
    Path folder = Path.of("src/main/resources/schema");
    JsonNode description = JSON.readTree(folder.resolve(name + ".json").toFile());
    assertThat(description.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref ->
                assertThat(
                        ref.startsWith("#/")
                            ? !description.at(ref.substring(1)).isMissingNode()
                            : Files.exists(folder.resolve(ref)))
                    .as(ref)
                    .isTrue());
  }

  /** What is wrong with it for the hub, which must not write what its schemas do not know. */
  public static Set<ValidationMessage> faults(String schema, JsonNode value) {
    return StrictSchemas.of(schema).validate(value);
  }
}
