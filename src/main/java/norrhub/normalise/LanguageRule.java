package norrhub.normalise;

import java.util.List;
import java.util.Optional;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vocabulary.Languages;
import org.springframework.stereotype.Component;

/** The language of the texts: as the source says, else as the partner's file says. */
@Component
final class LanguageRule implements Rule {
  private static final String FIELD = "language";

  static final NoticeKind NOT_KNOWN =
      new NoticeKind(
          "language-not-known",
          Severity.WARNING,
          "The language {value} is not known, so the vacancy names none. Write its code, such as sv"
              + " for Swedish (SE is the country).",
          "Språket {value} är okänt, så annonsen anger inget språk. Skriv språkkoden, till exempel"
              + " sv för svenska (SE är landet).");

  private final Languages languages;

  LanguageRule(Languages languages) {
    this.languages = languages;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_KNOWN);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    Optional<String> written = context.lines().of(draft, FIELD);
    if (written.isEmpty()) {
      vacancy.language(context.partner().language());
      return List.of();
    }
    Optional<String> code = languages.code(written.get());
    code.ifPresent(vacancy::language);
    return code.isPresent() ? List.of() : List.of(NOT_KNOWN.about(FIELD, written.get()));
  }
}
