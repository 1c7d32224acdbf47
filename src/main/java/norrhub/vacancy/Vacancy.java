package norrhub.vacancy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The canonical vacancy: typed, valid and immutable. Its JSON form, {@code schema/vacancy-v1.json},
 * has the members of its parts side by side.
 */
public record Vacancy(
    VacancyId id,
    Reference reference,
    Publication publication,
    Texts texts,
    Employer employer,
    List<Location> locations,
    Employment employment,
    List<Occupation> occupations,
    Application application) {

  public Vacancy {
    locations = List.copyOf(locations);
    occupations = List.copyOf(occupations);
  }

  public String partner() {
    return reference.partner();
  }

  public String sourceKey() {
    return reference.sourceKey();
  }

  public Optional<String> requisition() {
    return reference.requisition();
  }

  public Instant datePosted() {
    return publication.datePosted();
  }

  public Optional<Instant> publishFrom() {
    return publication.publishFrom();
  }

  public Deadline deadline() {
    return publication.deadline();
  }

  public String title() {
    return texts.title();
  }

  public Workplace workplace() {
    return employment.workplace();
  }

  /**
   * The state that the clock alone gives this vacancy; {@link State#WITHDRAWN} comes from outside.
   */
  public State stateAt(Instant now) {
    return publication.stateAt(now);
  }

  /** The next instant at which {@link #stateAt} changes by itself. */
  public Optional<Instant> movesAfter(Instant now) {
    return publication.movesAfter(now);
  }

  /** This vacancy with the date that it was first posted on. */
  public Vacancy posted(Instant first) {
    return new Vacancy(
        id,
        reference,
        publication.posted(first),
        texts,
        employer,
        locations,
        employment,
        occupations,
        application);
  }
}
