package norrhub.vacancy;

/**
 * A vacancy as it stood at one version.
 *
 * @param version starts at 1 and only grows, by any change of content or state
 */
public record VacancyVersion(Vacancy vacancy, int version, State state) {
  public VacancyId id() {
    return vacancy.id();
  }
}
