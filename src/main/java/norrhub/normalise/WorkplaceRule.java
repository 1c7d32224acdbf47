package norrhub.normalise;

import java.util.List;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vacancy.Workplace;
import norrhub.vocabulary.Terms;
import org.springframework.stereotype.Component;

/** On site, remote or hybrid, in the words of config/vocabulary/terms.yaml. */
@Component
final class WorkplaceRule implements Rule {
  private static final String FIELD = "workplace";

  static final NoticeKind NOT_UNDERSTOOD =
      new NoticeKind(
              "workplace-not-understood",
              Severity.WARNING,
              "Whether the work is done on site, {value} does not tell, or tells two things at once; it is published as unknown. Write på plats, hybrid or distans, or ask the hub's admin to add the word.",
              "Om arbetet görs på plats framgår inte av {value}, som är okänt eller tvetydigt; det publiceras som okänt. Skriv på plats, hybrid eller distans, eller be hubbens administratör lägga till ordet.")
          .withAdminRemedy("Add the word to config/vocabulary/terms.yaml.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_UNDERSTOOD);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    Terms terms = context.vocabulary().terms();
    List<String> values = context.lines().all(draft, FIELD);
    TermReading<Workplace> reading =
        TermReading.of(values, FIELD, terms, terms::workplace, Workplace.UNKNOWN, NOT_UNDERSTOOD);
    reading.meaning().ifPresent(vacancy::workplace);
    return reading.findings();
  }
}
