package norrhub.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vacancy.Application;
import org.springframework.stereotype.Component;

/** How to apply. A vacancy that nobody can apply for is not published. */
@Component
final class ApplicationRule implements Rule {
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

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
              + " begins with https:// and holds no user name or password.",
          "Adressen {value} kan inte publiceras och utelämnades. Skriv en hel adress som börjar med"
              + " https:// och som inte innehåller användarnamn eller lösenord.");
  static final NoticeKind EMAIL_WRONG =
      new NoticeKind(
          "application-email-wrong",
          Severity.WARNING,
          "{value} is no e-mail address and was left out. Write one address, such as"
              + " jobb@example.se.",
          "{value} är ingen e-postadress och utelämnades. Skriv en adress, till exempel"
              + " jobb@example.se.");

  private final CleanLines lines;

  ApplicationRule(CleanLines lines) {
    this.lines = lines;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(NO_WAY, URL_WRONG, EMAIL_WRONG);
  }

  @Override
  public List<Finding> apply(Draft draft, Intake intake, VacancyBuilder vacancy) {
    List<Finding> findings = new ArrayList<>();
    Optional<String> applyUrl = read(draft, "applyUrl", WebAddress::read, URL_WRONG, findings);
    Optional<String> adUrl = read(draft, "adUrl", WebAddress::read, URL_WRONG, findings);
    Optional<String> email =
        read(draft, "applyEmail", ApplicationRule::email, EMAIL_WRONG, findings);
    if (Stream.of(applyUrl, adUrl, email).allMatch(Optional::isEmpty)) {
      findings.add(NO_WAY.about("applyUrl", ""));
    }
    vacancy.application(new Application(applyUrl, adUrl, email));
    return findings;
  }

  private Optional<String> read(
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

  private static Optional<String> email(String written) {
    String address = written.replaceFirst("(?i)^mailto:", "");
    return address.length() <= LONGEST_EMAIL && EMAIL.matcher(address).matches()
        ? Optional.of(address)
        : Optional.empty();
  }
}
