package norrhub.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import norrhub.mapping.Draft;
import norrhub.normalise.text.BoundedLines;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** The title: one line of plain text. A vacancy without one is not published. */
@Component
final class TitleRule implements Rule {
  private static final String FIELD = "title";
  private static final int LONGEST = 500;
  private static final Pattern MARKUP =
      Pattern.compile("</?[a-zA-Z][^<>]*>|&(?:#\\d+|#x\\p{XDigit}+|[a-zA-Z]+);");

  /** What begins with "Kopia av" does not come this far: {@link VisibilityFilter}. */
  private static final Pattern COPY =
      Pattern.compile(".*\\((?:kopia|copy)\\)", Pattern.CASE_INSENSITIVE);

  static final NoticeKind MISSING =
      new NoticeKind(
          "title-missing",
          Severity.ERROR,
          "The vacancy has no title, so it is not published. Fill in the title in your system.",
          "Annonsen saknar rubrik och publiceras därför inte. Fyll i rubriken i ert system.");
  static final NoticeKind TOO_LONG =
      new NoticeKind(
          "title-too-long",
          Severity.WARNING,
          "The title has more than 500 characters and was cut. Write a shorter one; most boards"
              + " show 60 to 80 characters.",
          "Rubriken är längre än 500 tecken och kortades. Skriv en kortare; de flesta jobbtavlor"
              + " visar 60 till 80 tecken.");
  static final NoticeKind HAS_MARKUP =
      new NoticeKind(
          "title-has-markup",
          Severity.WARNING,
          "The title holds markup and is shown with it: {value}. Write plain text.",
          "Rubriken innehåller kodtecken som visas för läsaren: {value}. Skriv ren text.");
  static final NoticeKind LOOKS_LIKE_COPY =
      new NoticeKind(
          "title-looks-like-copy",
          Severity.WARNING,
          "The title says that this is a copy: {value}. Check that it was meant to be published.",
          "Rubriken säger att annonsen är en kopia: {value}. Kontrollera att den skulle"
              + " publiceras.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(MISSING, TOO_LONG, HAS_MARKUP, LOOKS_LIKE_COPY);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    Optional<String> title = context.lines().of(draft, FIELD);
    if (title.isEmpty()) {
      return List.of(MISSING.about(FIELD, draft.text(FIELD).orElse("")));
    }
    vacancy.title(BoundedLines.cut(title.get(), LONGEST));
    return findings(title.get());
  }

  private static List<Finding> findings(String title) {
    List<Finding> findings = new ArrayList<>();
    if (title.length() > LONGEST) {
      findings.add(TOO_LONG.about(FIELD, title));
    }
    if (MARKUP.matcher(title).find()) {
      findings.add(HAS_MARKUP.about(FIELD, title));
    }
    if (COPY.matcher(title).matches()) {
      findings.add(LOOKS_LIKE_COPY.about(FIELD, title));
    }
    return findings;
  }
}
