package norrhub.normalise;

import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.vacancy.Vacancy;

/**
 * What became of a draft.
 *
 * @param vacancy empty when a finding rejects the record, or when it is removed or kept out
 * @param removed the partner says that it no longer offers this vacancy
 * @param keptOut the partner does not mean it for everybody; the only finding says why
 */
public record Normalised(
    Optional<Vacancy> vacancy, boolean removed, boolean keptOut, List<Finding> findings) {
  public Normalised {
    findings = List.copyOf(findings);
  }
}
