package norrhub.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import norrhub.mapping.Draft;
import norrhub.normalise.text.BoundedLines;
import norrhub.normalise.text.TextCleaner;
import norrhub.normalise.text.WebAddress;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.partner.Partner;
import norrhub.vacancy.Employer;
import org.springframework.stereotype.Component;

/**
 * Who employs: as the source says, else the partner itself. A partner's former name becomes its
 * present one.
 */
@Component
final class EmployerRule implements Rule {
  private static final int LONGEST_NAME = 200;

  static final NoticeKind ORG_NUMBER_WRONG =
      new NoticeKind(
          "employer-org-number-wrong",
          Severity.WARNING,
          "{value} is no Swedish organisation number and was left out. It has ten digits, such as"
              + " 232100-0016, of which the last is a check digit.",
          "{value} är inget svenskt organisationsnummer och utelämnades. Det har tio siffror, till"
              + " exempel 232100-0016, där den sista är en kontrollsiffra.");
  static final NoticeKind URL_WRONG =
      new NoticeKind(
          "employer-url-wrong",
          Severity.WARNING,
          "The employer's address {value} cannot be used and was left out. Write a whole address"
              + " that begins with https://.",
          "Arbetsgivarens adress {value} kan inte användas och utelämnades. Skriv en hel adress som"
              + " börjar med https://.");

  static final NoticeKind TOO_LONG =
      new NoticeKind(
          "employer-too-long",
          Severity.WARNING,
          "{field} is longer than 200 characters and was cut: {value}. Write the name alone.",
          "{field} är längre än 200 tecken och kortades: {value}. Skriv bara namnet.");
  static final NoticeKind TOO_MANY_UNITS =
      new NoticeKind(
          "employer-units-too-many",
          Severity.WARNING,
          "The employer has {value} units above each other; the first 20 are published. Check which"
              + " field is sent as the unit.",
          "Arbetsgivaren har {value} enheter i rad; de första 20 publiceras. Kontrollera vilket fält"
              + " som skickas som enhet.");

  private static final int MOST_UNITS = 20;

  static Employer of(Partner partner) {
    return new Employer(partner.name(), Optional.empty(), List.of(), Optional.empty());
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(ORG_NUMBER_WRONG, URL_WRONG, TOO_LONG, TOO_MANY_UNITS);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    TextCleaner lines = context.lines();
    JsonNode employer = draft.fields().path("employer");
    Optional<String> writtenNumber = lines.of(employer.path("orgNumber"));
    Optional<String> orgNumber = writtenNumber.flatMap(OrgNumber::read);
    Optional<String> writtenUrl = lines.of(employer.path("url"));
    Optional<String> url = writtenUrl.flatMap(WebAddress::read);
    List<Finding> findings = new ArrayList<>();
    BoundedLines bounded = new BoundedLines(lines, TOO_LONG, findings);
    vacancy.employer(
        new Employer(
            name(employer, context.partner(), bounded),
            orgNumber,
            units(employer.path("units"), bounded, findings),
            url));

    if (writtenNumber.isPresent() && orgNumber.isEmpty()) {
      findings.add(
          ORG_NUMBER_WRONG.about("employer.orgNumber", OrgNumber.masked(writtenNumber.get())));
    }
    if (writtenUrl.isPresent() && url.isEmpty()) {
      findings.add(URL_WRONG.about("employer.url", writtenUrl.get()));
    }
    return findings;
  }

  private static String name(JsonNode employer, Partner partner, BoundedLines lines) {
    return lines
        .of(employer.path("name"), "employer.name", LONGEST_NAME)
        .filter(name -> partner.formerNames().stream().noneMatch(name::equalsIgnoreCase))
        .orElse(partner.name());
  }

  private static List<String> units(JsonNode units, BoundedLines lines, List<Finding> findings) {
    if (units.size() > MOST_UNITS) {
      findings.add(TOO_MANY_UNITS.about("employer.units", String.valueOf(units.size())));
    }
    Stream<JsonNode> all =
        units.isArray() ? StreamSupport.stream(units.spliterator(), false) : Stream.of(units);
    return all.limit(MOST_UNITS)
        .flatMap(unit -> lines.of(unit, "employer.units", LONGEST_NAME).stream())
        .toList();
  }
}
