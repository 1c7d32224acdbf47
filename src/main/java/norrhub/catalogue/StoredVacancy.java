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
 * @param feed under which it stands: the content is that feed's
 * @param inputHash of the record and the configuration that made it
 * @param contentHash of the canonical content
 * @param notices of the last mapping, as the caller wrote them
 * @param offer what the feed that asks said of it last, where it stands under another one
 */
public record StoredVacancy(
    VacancyId id,
    String feed,
    String scope,
    long inputHash,
    long contentHash,
    State state,
    int version,
    Instant datePosted,
    boolean missing,
    Optional<String> notices,
    Optional<Offer> offer) {

  /**
   * Nothing to do: the same record, in a state that its presence does not change. A feed under
   * which the vacancy does not stand has nothing new to say as long as its record is the same.
   */
  public boolean isCurrent(String feed, String scope, long inputHash) {
    return isOf(feed, scope)
        ? this.inputHash == inputHash && state != State.WITHDRAWN && !missing
        : offer.filter(o -> o.inputHash() == inputHash && !o.missing()).isPresent();
  }

  /** What was found in the record by which this feed offers it. */
  public Optional<String> notices(String feed, String scope) {
    return isOf(feed, scope) ? notices : offer.flatMap(Offer::notices);
  }

  public boolean isOffered() {
    return state.isOffered();
  }

  boolean isOf(String feed, String scope) {
    return this.feed.equals(feed) && this.scope.equals(scope);
  }

  static StoredVacancy read(ResultSet row) throws SQLException {
    return new StoredVacancy(
        new VacancyId(row.getObject("id", UUID.class)),
        row.getString("feed"),
        row.getString("scope"),
        row.getLong("input_hash"),
        row.getLong("content_hash"),
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getObject("date_posted", OffsetDateTime.class).toInstant(),
        row.getObject("missing_since") != null,
        Optional.ofNullable(row.getString("notices")),
        offer(row));
  }

  private static Optional<Offer> offer(ResultSet row) throws SQLException {
    long inputHash = row.getLong("offer_hash");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new Offer(
                inputHash,
                row.getObject("offer_missing") != null,
                Optional.ofNullable(row.getString("offer_notices"))));
  }
}
