package norrhub.normalise;

import static norrhub.normalise.Drafts.codes;
import static norrhub.normalise.Drafts.enough;
import static norrhub.normalise.Drafts.json;
import static norrhub.normalise.Drafts.normalised;
import static norrhub.normalise.Drafts.vacancy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.vacancy.Vacancy;
import org.junit.jupiter.api.Test;

class NormaliserTest {

  @Test
  void aDraftWithEnoughBecomesAVacancyWithoutNotices() {
    Vacancy vacancy = vacancy(enough());

    assertThat(codes(enough())).isEmpty();
    assertThat(vacancy.title()).isEqualTo("Processingenjör");
    assertThat(vacancy.texts().descriptionHtml()).isEqualTo("<p>Vi gör stål.</p>");
    assertThat(vacancy.texts().descriptionText()).isEqualTo("Vi gör stål.");
    assertThat(vacancy.datePosted()).isEqualTo("2026-08-31T22:00:00Z");
    assertThat(vacancy.employer().name()).isEqualTo("Stegra");
    assertThat(vacancy.locations())
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.municipalityCode()).contains("2582");
              assertThat(place.regionCode()).contains("25");
              assertThat(place.country()).contains("SE");
            });
    assertThat(vacancy.application().applyUrl()).contains("https://jobb.example.se/17");
  }

  @Test
  void anEmptyDraftIsRejectedForItsTitleAndTheWayToApplyOnly() {
    Normalised empty = normalised(json("{}"));

    assertThat(empty.vacancy()).isEmpty();
    assertThat(empty.findings().stream().filter(finding -> finding.rejects()))
        .extracting(finding -> finding.kind().code())
        .containsExactlyInAnyOrder("title-missing", "application-missing");
  }

  @Test
  void aRuleThatFailsRejectsItsRecordAndNothingElse() {
    Rule broken =
        new Rule() {
          @Override
          public List<NoticeKind> notices() {
            return List.of();
          }

          @Override
          public List<Finding> apply(
              Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
            throw new IllegalStateException("a slip");
          }
        };
    Normaliser normaliser =
        new Normaliser(List.of(broken), new VisibilityFilter(), new RulesFingerprint());

    Normalised made = normaliser.normalise(new Draft(enough()), Drafts.INTAKE);

    assertThat(made.vacancy()).isEmpty();
    assertThat(made.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind().code()).isEqualTo("record-rule-failed");
              assertThat(finding.value()).contains("a slip");
            });
  }

  @Test
  void aRemovedDraftNeedsNothingElse() {
    Normalised removed = normalised(json("{\"removed\": true}"));

    assertThat(removed.removed()).isTrue();
    assertThat(removed.vacancy()).isEmpty();
    assertThat(removed.findings()).isEmpty();
  }

  @Test
  void theSameDraftGivesTheSameVacancyAndFindings() {
    ObjectNode draft = enough().put("deadline", "nån gång").put("adUrl", "javascript:alert(1)");

    assertThat(normalised(draft)).isEqualTo(normalised(draft.deepCopy()));
    assertThat(codes(draft)).hasSize(2);
  }
}
