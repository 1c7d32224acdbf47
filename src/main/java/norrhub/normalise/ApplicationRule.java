package norrhub.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import norrhub.mapping.Draft;
import norrhub.normalise.text.MailAddress;
import norrhub.normalise.text.TextCleaner;
import norrhub.normalise.text.WebAddress;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vacancy.Application;
import org.springframework.stereotype.Component;

/** How to apply. A vacancy that nobody can apply for is not published. */
@Component
final class ApplicationRule implements Rule {
  static final NoticeKind NO_WAY =
      new NoticeKind(
          "application-missing",
          Severity.ERROR,
          "The vacancy says nowhere how to apply, so it is not published. Give a web address"
              + " (https://…) or an e-mail address.",
          "Annonsen saknar uppgift om hur man söker och publiceras därför inte. Ange en webbadress"
              + " (https://…) eller en e-postadress.");
  static final NoticeKind URL_WRONG =
      new NoticeKind(
          "application-url-wrong",
          Severity.WARNING,
          "The address {value} cannot be published and was left out. Write a whole address that"
              + " begins with https://, leads to a public web site and holds no user name or password;"
              + " addresses of your own network (localhost, 10.0.0.1, intranet) open for nobody else.",
          "Adressen {value} kan inte publiceras och utelämnades. Skriv en hel adress som börjar med"
              + " https://, leder till en publik webbplats och inte innehåller användarnamn eller"
              + " lösenord; adresser i det egna nätet (localhost, 10.0.0.1, intranät) går inte att öppna"
              + " för någon annan.");
  static final NoticeKind EMAIL_WRONG =
      new NoticeKind(
          "application-email-wrong",
          Severity.WARNING,
          "{value} is not a valid e-mail address and was left out. Write one address alone, such as"
              + " jobb@example.se, without further recipients or text.",
          "{value} är ingen giltig e-postadress och utelämnades. Skriv bara en adress, till exempel"
              + " jobb@example.se, utan fler mottagare eller text.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NO_WAY, URL_WRONG, EMAIL_WRONG);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    List<Finding> findings = new ArrayList<>();
    TextCleaner lines = context.lines();
    Optional<String> applyUrl =
        read(lines, draft, "applyUrl", WebAddress::read, URL_WRONG, findings);
    Optional<String> adUrl = read(lines, draft, "adUrl", WebAddress::read, URL_WRONG, findings);
    Optional<String> email =
        read(lines, draft, "applyEmail", MailAddress::read, EMAIL_WRONG, findings);
    if (Stream.of(applyUrl, adUrl, email).allMatch(Optional::isEmpty)) {
      findings.add(NO_WAY.about("applyUrl", ""));
    }
    vacancy.application(new Application(applyUrl, adUrl, email));
    return findings;
  }

  private static Optional<String> read(
      TextCleaner lines,
      Draft draft,
      String field,
      Function<String, Optional<String>> reading,
      NoticeKind wrong,
      List<Finding> findings) {
    Optional<String> written = lines.of(draft, field);
    Optional<String> read = written.flatMap(reading);
    if (written.isPresent() && read.isEmpty()) {
      findings.add(wrong.about(field, written.get()));
    }
    return read;
  }
}
