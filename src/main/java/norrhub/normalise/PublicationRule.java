package norrhub.normalise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/**
 * When the vacancy was first published, and from when on it may be shown.
 *
 * <p>A first publication that lies ahead is a wish to be shown from then on. Without any date the
 * first sight counts.
 */
@Component
final class PublicationRule implements Rule {
  /** Earlier dates are what systems store when nobody chose one, such as 1753-01-01. */
  static final Instant EARLIEST = Instant.parse("2000-01-02T00:00:00Z");

  static final NoticeKind NOT_UNDERSTOOD =
      new NoticeKind(
          "publication-date-not-understood",
          Severity.WARNING,
          "{field} is not a date that can be read: {value}. The day on which the vacancy was first"
              + " seen counts instead. Write it as 2026-10-25.",
          "{field} går inte att läsa som datum: {value}. I stället gäller dagen då annonsen först"
              + " sågs. Skriv datumet som 2026-10-25.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_UNDERSTOOD);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    List<Finding> findings = new ArrayList<>();
    Optional<Instant> published = begins("published", draft, context, findings);
    Optional<Instant> publishFrom =
        begins("publishFrom", draft, context, findings)
            .or(() -> published.filter(context.fetchedAt()::isBefore));
    vacancy.datePosted(published);
    vacancy.publishFrom(publishFrom);
    return findings;
  }

  private static Optional<Instant> begins(
      String field, Draft draft, NormalisationContext context, List<Finding> findings) {
    Optional<String> written = context.lines().of(draft, field);
    Optional<Instant> begins =
        written.flatMap(ParsedDate::read).map(date -> date.begins(context.partner().timeZone()));
    if (written.isPresent() && begins.isEmpty()) {
      findings.add(NOT_UNDERSTOOD.about(field, written.get()));
    }
    return begins.filter(EARLIEST::isBefore);
  }
}
