package norrhub.normalise;

import java.util.List;
import java.util.Optional;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** The reference that people use, such as "2026/28". */
@Component
final class RequisitionRule implements Rule {
  private static final String FIELD = "requisition";
  private static final int LONGEST = 100;

  static final NoticeKind TOO_LONG =
      new NoticeKind(
          "requisition-too-long",
          Severity.WARNING,
          "The reference {value} has more than 100 characters and was left out. Check which field is"
              + " sent as the reference.",
          "Referensen {value} är längre än 100 tecken och utelämnades. Kontrollera vilket fält som"
              + " skickas som referens.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(TOO_LONG);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    Optional<String> written = context.lines().of(draft, FIELD);
    Optional<String> requisition = written.filter(reference -> reference.length() <= LONGEST);
    vacancy.requisition(requisition);
    return written.isPresent() && requisition.isEmpty()
        ? List.of(TOO_LONG.about(FIELD, written.get()))
        : List.of();
  }
}
