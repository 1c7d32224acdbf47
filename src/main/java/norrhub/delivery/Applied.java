package norrhub.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * The last delivery of a feed, or of one of its file names, that was applied.
 *
 * @param fingerprint of the configuration it was applied under
 * @param incompleteBecause why it did not come whole
 * @param troubles what somebody has to look into since then
 * @param heldBack vacancies that are missing since then but stay
 * @param read what was read: itself, or the delivery that it is the same as
 */
public record Applied(
    long number,
    Instant receivedAt,
    String content,
    String fingerprint,
    boolean complete,
    Optional<String> incompleteBecause,
    Outcome.Troubles troubles,
    int heldBack,
    DeliverySummary read) {

  /** One clause for whoever sees that a later delivery is the same. */
  public String summary() {
    return "the same as %s: %d received, %d accepted, %d rejected,%s %d %s"
        .formatted(
            read.id(),
            read.received(),
            read.accepted(),
            read.rejected(),
            read.keptOut() > 0 ? " " + read.keptOut() + " kept out," : "",
            read.notices(),
            read.notices() == 1 ? "notice" : "notices");
  }
}
