package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.vacancy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import norrhub.catalogue.VacancyJson;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No text of a vacancy is longer than a board can take, and what was cut is reported. */
class LengthsTest {
  private static final String ENDLESS = "Ö".repeat(20_000);

  @ParameterizedTest
  @CsvSource({
    "title,title-too-long",
    "requisition,requisition-too-long",
    "descriptionText,",
    "language,language-not-known",
    "contract,contract-not-understood",
    "applyEmail,application-email-wrong",
    "employer.name,employer-too-long",
    "employer.units,employer-too-long",
    "locations.city,location-too-long",
    "locations.street,location-too-long",
    "locations.postalCode,location-too-long",
    "locations.municipality,location-too-long",
    "locations.region,location-too-long",
    "locations.country,location-too-long",
    "locations.text,location-too-long",
    "occupations,occupation-too-long"
  })
  void everyTextHasALimitAndANoticeOfIt(String field, String code) {
    ObjectNode draft = Drafts.with(field, "\"" + ENDLESS + "\"");

    if (code != null) {
      assertThat(codes(draft)).contains(code);
    }
    assertThat(texts(draft)).isNotEmpty().allMatch(text -> text.length() <= 500);
  }

  @Test
  void everyListHasALimitToo() {
    ObjectNode draft = Drafts.enough();
    ArrayNode places = draft.putArray("locations");
    ArrayNode occupations = draft.putArray("occupations");
    ArrayNode units = draft.putObject("employer").putArray("units");
    for (int i = 0; i < 1000; i++) {
      places.add("Ort " + i);
      occupations.add("Yrke " + i);
      units.add("Enhet " + i);
    }

    assertThat(vacancy(draft).locations()).hasSize(300);
    assertThat(vacancy(draft).occupations()).hasSize(50);
    assertThat(vacancy(draft).employer().unitPath()).hasSize(20);
    assertThat(codes(draft))
        .contains("locations-too-many", "occupations-too-many", "employer-units-too-many");
  }

  /** All texts of the vacancy but its description, which has a limit of its own. */
  private static List<String> texts(ObjectNode draft) {
    JsonNode json = VacancyJson.published(new VacancyVersion(vacancy(draft), 1, State.OPEN));
    List<String> texts = new ArrayList<>();
    json.properties().stream()
        .filter(field -> !field.getKey().startsWith("description"))
        .forEach(field -> collect(field.getValue(), texts));
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(child -> collect(child, texts));
  }
}
