package norrhub.normalise;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** How many are wanted: 1 to 999. */
@Component
final class OpeningsRule implements Rule {
  private static final String FIELD = "openings";
  private static final Pattern WRITTEN = Pattern.compile("0*([1-9]\\d{0,2})(?:[.,]0)?(?: st\\.?)?");

  static final NoticeKind NOT_UNDERSTOOD =
      new NoticeKind(
          "openings-not-understood",
          Severity.WARNING,
          "The number of openings {value} is no number from 1 to 999 and was left out. Write digits.",
          "Antalet platser {value} är inget tal mellan 1 och 999 och utelämnades. Skriv siffror.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_UNDERSTOOD);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    Optional<String> written = context.lines().of(draft, FIELD);
    if (written.isEmpty()) {
      return List.of();
    }
    Matcher match = WRITTEN.matcher(written.get());
    if (!match.matches()) {
      return List.of(NOT_UNDERSTOOD.about(FIELD, written.get()));
    }
    vacancy.openings(Integer.parseInt(match.group(1)));
    return List.of();
  }
}
