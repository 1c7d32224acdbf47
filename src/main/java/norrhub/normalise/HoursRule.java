package norrhub.normalise;

import java.util.List;
import java.util.Optional;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vacancy.Hours;
import norrhub.vacancy.ScopePercent;
import norrhub.vocabulary.Terms;
import org.springframework.stereotype.Component;

/**
 * Full time or part time, in the words of config/vocabulary/terms.yaml or as an extent: 100 % is
 * full time, 80 % is part time, and 75-100 % says neither.
 */
@Component
final class HoursRule implements Rule {
  private static final String FIELD = "hours";

  static final NoticeKind NOT_UNDERSTOOD =
      new NoticeKind(
              "hours-not-understood",
              Severity.WARNING,
              "The working hours {value} say nothing known, or two things at once; they are published as unknown. Write heltid or deltid, or ask the hub's admin to add the word.",
              "Arbetstiden {value} är okänd eller tvetydig och publiceras som okänd. Skriv heltid eller deltid, eller be hubbens administratör lägga till ordet.")
          .withAdminRemedy("Add the word to config/vocabulary/terms.yaml.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_UNDERSTOOD);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    Terms terms = context.vocabulary().terms();
    List<String> values = context.lines().all(draft, FIELD);
    TermReading<Hours> reading =
        TermReading.of(
            values, FIELD, terms, value -> hours(value, terms), Hours.UNKNOWN, NOT_UNDERSTOOD);
    reading.meaning().ifPresent(vacancy::hours);
    return reading.findings();
  }

  private static Optional<Hours> hours(String value, Terms terms) {
    return terms.hours(value).or(() -> ScopeRule.read(value).map(HoursRule::hours));
  }

  private static Hours hours(ScopePercent scope) {
    if (scope.min() == 100) {
      return Hours.FULL;
    }
    return scope.max() < 100 ? Hours.PART : Hours.UNKNOWN;
  }
}
