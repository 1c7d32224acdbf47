package norrhub.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
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

  public boolean isOffered() {
    return state == State.OPEN || state == State.SCHEDULED;
  }

  static Known read(ResultSet row) throws SQLException {
    return new Known(
        new VacancyId(row.getObject("id", UUID.class)),
        row.getString("feed"),
        row.getString("scope"),
        row.getLong("input_hash"),
        row.getLong("content_hash"),
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getObject("date_posted", OffsetDateTime.class).toInstant(),
        row.getObject("missing_since") != null,
        Optional.ofNullable(row.getString("notices")));
  }
}
