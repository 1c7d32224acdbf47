package norrhub.catalogue;

import java.time.Instant;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;

/**
 * One entry of the change log.
 *
 * @param number gap-free; the order of numbers is the order of commits
 * @param state after the change
 * @param reason why: new, changed, reopened, absent, removed, opened, expired …
 */
public record Change(
    long number, VacancyId id, int version, State state, String reason, Instant at) {
  VersionId versionId() {
    return new VersionId(id, version);
  }
}
