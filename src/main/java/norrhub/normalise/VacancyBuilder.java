package norrhub.normalise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import norrhub.normalise.text.Description;
import norrhub.vacancy.Application;
import norrhub.vacancy.Contract;
import norrhub.vacancy.Deadline;
import norrhub.vacancy.Employer;
import norrhub.vacancy.Employment;
import norrhub.vacancy.Hours;
import norrhub.vacancy.Location;
import norrhub.vacancy.Occupation;
import norrhub.vacancy.Publication;
import norrhub.vacancy.Reference;
import norrhub.vacancy.ScopePercent;
import norrhub.vacancy.Texts;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.Workplace;

/** A vacancy in the making: each rule fills in its part; what none fills stays unknown. */
final class VacancyBuilder {
  private Optional<String> requisition = Optional.empty();
  private Optional<Instant> datePosted = Optional.empty();
  private Optional<Instant> publishFrom = Optional.empty();
  private Deadline deadline = Deadline.NONE;
  private String language = "und";
  private String title = "";
  private Description description = Description.NONE;
  private Optional<Employer> employer = Optional.empty();
  private List<Location> locations = List.of();
  private Workplace workplace = Workplace.UNKNOWN;
  private Contract contract = Contract.UNKNOWN;
  private Hours hours = Hours.UNKNOWN;
  private Optional<ScopePercent> scopePercent = Optional.empty();
  private Optional<Integer> openings = Optional.empty();
  private List<Occupation> occupations = List.of();
  private Application application =
      new Application(Optional.empty(), Optional.empty(), Optional.empty());

  void requisition(Optional<String> value) {
    requisition = value;
  }

  void datePosted(Optional<Instant> value) {
    datePosted = value;
  }

  void publishFrom(Optional<Instant> value) {
    publishFrom = value;
  }

  void deadline(Deadline value) {
    deadline = value;
  }

  void language(String value) {
    language = value;
  }

  void title(String value) {
    title = value;
  }

  void description(Description value) {
    description = value;
  }

  void employer(Employer value) {
    employer = Optional.of(value);
  }

  void locations(List<Location> value) {
    locations = value;
  }

  void workplace(Workplace value) {
    workplace = value;
  }

  void contract(Contract value) {
    contract = value;
  }

  void hours(Hours value) {
    hours = value;
  }

  void scopePercent(ScopePercent value) {
    scopePercent = Optional.of(value);
  }

  void openings(int value) {
    openings = Optional.of(value);
  }

  void occupations(List<Occupation> value) {
    occupations = value;
  }

  void application(Application value) {
    application = value;
  }

  Vacancy build(NormalisationContext context) {
    return new Vacancy(
        context.id(),
        new Reference(context.partner().id(), context.sourceKey(), requisition),
        new Publication(
            datePosted.or(() -> publishFrom).orElse(context.fetchedAt()), publishFrom, deadline),
        new Texts(language, title, description.html(), description.text()),
        employer.orElseGet(() -> EmployerRule.of(context.partner())),
        locations,
        new Employment(workplace, contract, hours, scopePercent, openings),
        occupations,
        application);
  }
}
