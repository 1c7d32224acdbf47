package norrhub.normalise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vacancy.Deadline;
import org.springframework.stereotype.Component;

/**
 * The last moment to apply. A day without a time lasts until its midnight in the partner's zone;
 * words instead of a date are kept as words.
 */
@Component
final class DeadlineRule implements Rule {
  private static final String FIELD = "deadline";
  private static final long FARTHEST_DAYS = 5 * 365;

  static final NoticeKind NOT_UNDERSTOOD =
      new NoticeKind(
          "deadline-not-understood",
          Severity.WARNING,
          "The last day to apply is not a date that can be read: {value}. The vacancy stays open"
              + " until it leaves the feed. Write it as 2026-10-25.",
          "Sista ansökningsdag går inte att läsa som datum: {value}. Annonsen ligger ute tills den"
              + " försvinner ur flödet. Skriv datumet som 2026-10-25.");
  static final NoticeKind PLACEHOLDER =
      new NoticeKind(
          "deadline-placeholder",
          Severity.INFO,
          "The last day to apply is {value}, which no one means; it is read as none. Leave the"
              + " field empty when there is no last day.",
          "Sista ansökningsdag är {value}, som inte kan vara menat; det läses som att datum saknas."
              + " Lämna fältet tomt när det inte finns någon sista dag.");
  static final NoticeKind PASSED =
      new NoticeKind(
          "deadline-passed",
          Severity.INFO,
          "The last day to apply has passed: {value}. The vacancy is not shown. Move the day, or"
              + " take the vacancy out of the feed.",
          "Sista ansökningsdag har passerat: {value}. Annonsen visas inte. Flytta datumet eller ta"
              + " bort annonsen ur flödet.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_UNDERSTOOD, PLACEHOLDER, PASSED);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    Optional<String> written = context.lines().of(draft, FIELD);
    return written.map(text -> read(text, context, vacancy)).orElse(List.of());
  }

  private static List<Finding> read(
      String text, NormalisationContext context, VacancyBuilder vacancy) {
    Optional<Instant> end =
        ParsedDate.read(text).map(date -> date.ends(context.partner().timeZone()));
    if (end.isEmpty()) {
      vacancy.deadline(new Deadline(Optional.empty(), Optional.of(text)));
      return context.vocabulary().terms().isRollingDeadline(text)
          ? List.of()
          : List.of(NOT_UNDERSTOOD.about(FIELD, text));
    }
    if (isPlaceholder(end.get(), context.fetchedAt())) {
      return List.of(PLACEHOLDER.about(FIELD, text));
    }
    vacancy.deadline(new Deadline(end, Optional.empty()));
    return context.fetchedAt().isBefore(end.get()) ? List.of() : List.of(PASSED.about(FIELD, text));
  }

  /** 1753-01-01, 1970-01-01, 2099-12-31: what systems store when nobody chose a date. */
  private static boolean isPlaceholder(Instant end, Instant fetchedAt) {
    return end.isBefore(PublicationRule.EARLIEST)
        || end.isAfter(fetchedAt.plus(FARTHEST_DAYS, ChronoUnit.DAYS));
  }
}
