package norrhub.vacancy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The canonical vacancy: typed, valid and immutable. Its JSON form is {@code
 * schema/vacancy-v1.json}.
 *
 * @param partner the id of the partner that sent it
 * @param sourceKey the partner's ATS's own key, trimmed and in NFC
 * @param requisition the reference that people use, such as "2026/28"
 * @param datePosted first published; the catalogue never lets it move
 * @param publishFrom before this instant it is scheduled, not open
 * @param language of the texts, BCP 47; {@code und} where nobody said
 * @param descriptionHtml sanitised, safe to show
 * @param descriptionText the same without markup
 * @param openings how many are wanted
 */
public record Vacancy(
    VacancyId id,
    String partner,
    String sourceKey,
    Optional<String> requisition,
    Instant datePosted,
    Optional<Instant> publishFrom,
    Deadline deadline,
    String language,
    String title,
    String descriptionHtml,
    String descriptionText,
    Employer employer,
    List<Location> locations,
    Workplace workplace,
    Contract contract,
    Hours hours,
    Optional<ScopePercent> scopePercent,
    Optional<Integer> openings,
    List<Occupation> occupations,
    Application application) {

  public Vacancy {
    locations = List.copyOf(locations);
    occupations = List.copyOf(occupations);
  }

  /**
   * The state that the clock alone gives this vacancy; {@link State#WITHDRAWN} comes from outside.
   */
  public State stateAt(Instant now) {
    if (deadline.at().filter(at -> !now.isBefore(at)).isPresent()) {
      return State.EXPIRED;
    }
    return publishFrom.filter(now::isBefore).isPresent() ? State.SCHEDULED : State.OPEN;
  }

  /** The next instant at which {@link #stateAt} changes by itself. */
  public Optional<Instant> movesAfter(Instant now) {
    return switch (stateAt(now)) {
      case SCHEDULED -> publishFrom;
      case OPEN -> deadline.at();
      case EXPIRED, WITHDRAWN -> Optional.empty();
    };
  }

  /** This vacancy with the date that it was first posted on. */
  public Vacancy posted(Instant first) {
    return new Vacancy(
        id,
        partner,
        sourceKey,
        requisition,
        first,
        publishFrom,
        deadline,
        language,
        title,
        descriptionHtml,
        descriptionText,
        employer,
        locations,
        workplace,
        contract,
        hours,
        scopePercent,
        openings,
        occupations,
        application);
  }
}
