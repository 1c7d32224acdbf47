package norrhub.catalogue;

import java.time.Instant;
import java.util.Optional;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;

/**
 * What the catalogue remembers of a vacancy, without its texts.
 *
 * @param inputHash of the record and the configuration that made it
 * @param contentHash of the canonical content
 * @param notices of the last mapping, as the caller wrote them
 */
public record Known(
    VacancyId id,
    String feed,
    String scope,
    long inputHash,
    long contentHash,
    State state,
    int version,
    Instant datePosted,
    boolean missing,
    Optional<String> notices) {

  /** Nothing to do: the same record, in a state that its presence does not change. */
  public boolean isCurrent(String feed, String scope, long inputHash) {
    return this.inputHash == inputHash
        && state != State.WITHDRAWN
        && !missing
        && this.feed.equals(feed)
        && this.scope.equals(scope);
  }
}
