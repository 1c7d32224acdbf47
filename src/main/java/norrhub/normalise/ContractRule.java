package norrhub.normalise;

import java.util.List;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vacancy.Contract;
import norrhub.vocabulary.Terms;
import org.springframework.stereotype.Component;

/** The form of employment, in the words of config/vocabulary/terms.yaml. */
@Component
final class ContractRule implements Rule {
  private static final String FIELD = "contract";

  static final NoticeKind NOT_UNDERSTOOD =
      new NoticeKind(
              "contract-not-understood",
              Severity.WARNING,
              "The form of employment {value} says nothing known, or two things at once; it is published as unknown. Write one, such as tillsvidare or vikariat, or ask the hub's admin to add the word.",
              "Anställningsformen {value} är okänd eller tvetydig och publiceras som okänd. Skriv en, till exempel tillsvidare eller vikariat, eller be hubbens administratör lägga till ordet.")
          .withAdminRemedy("Add the word to config/vocabulary/terms.yaml.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_UNDERSTOOD);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    Terms terms = context.vocabulary().terms();
    List<String> values = context.lines().all(draft, FIELD);
    TermReading<Contract> reading =
        TermReading.of(values, FIELD, terms, terms::contract, Contract.UNKNOWN, NOT_UNDERSTOOD);
    reading.meaning().ifPresent(vacancy::contract);
    return reading.findings();
  }
}
