package norrhub.normalise;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vacancy.ScopePercent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The extent in per cent of full time: "75-100 %", "100", "0,75". A bare number of at most 1 is a
 * share of full time. Words such as "heltid" are no extent and no fault: they belong to {@link
 * HoursRule}.
 */
@Component
final class ScopeRule implements Rule {
  private static final String FIELD = "scope";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{1,4})?)";
  private static final Pattern WRITTEN =
      Pattern.compile(
          NUMBER + " ?%?(?: ?(?:-|–|—|till|to) ?" + NUMBER + ")? ?(?:%|procent|percent)?");

  static final NoticeKind NOT_UNDERSTOOD =
      new NoticeKind(
          "scope-not-understood",
          Severity.WARNING,
          "The extent {value} is no share of full time from 1 to 100 % and was left out. Write it as"
              + " 75-100 %.",
          "Omfattningen {value} är ingen sysselsättningsgrad mellan 1 och 100 % och utelämnades."
              + " Skriv den som 75-100 %.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_UNDERSTOOD);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    Optional<String> written = context.lines().of(draft, FIELD);
    Optional<ScopePercent> scope = written.flatMap(ScopeRule::read);
    scope.ifPresent(vacancy::scopePercent);
    boolean onlyHours = written.flatMap(context.vocabulary().terms()::hours).isPresent();
    return written.isPresent() && scope.isEmpty() && !onlyHours
        ? List.of(NOT_UNDERSTOOD.about(FIELD, written.get()))
        : List.of();
  }

  static Optional<ScopePercent> read(String written) {
    Matcher match = WRITTEN.matcher(written);
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean share = !written.contains("%") && isShare(match.group(1), match.group(2));
    int min = percent(match.group(1), share);
    int max = match.group(2) == null ? min : percent(match.group(2), share);
    return min >= 1 && max <= 100 && min <= max
        ? Optional.of(new ScopePercent(min, max))
        : Optional.empty();
  }

  private static boolean isShare(String from, @Nullable String to) {
    return number(to == null ? from : to).compareTo(BigDecimal.ONE) <= 0;
  }

  private static int percent(String written, boolean share) {
    return (share ? number(written).multiply(HUNDRED) : number(written)).intValue();
  }

  private static BigDecimal number(String written) {
    return new BigDecimal(written.replace(',', '.'));
  }
}
