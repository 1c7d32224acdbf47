package norrhub.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How the last finished delivery of a feed ended, and what waits.
 *
 * @param last the newest finished delivery; none where all wait
 * @param troubledSince since when somebody has to look at what the feed brings
 * @param failing what goes wrong, again and again, with the delivery whose turn it is
 * @param waiting deliveries that are received and not applied
 * @param rhythm when something came; none where nothing ever did
 */
public record FeedReport(
    String feed,
    Optional<Last> last,
    Optional<Instant> troubledSince,
    Optional<String> failing,
    int waiting,
    Optional<Rhythm> rhythm) {

  /**
   * The feed's newest finished delivery.
   *
   * @param at when it was finished
   * @param keptOut records that are not meant for everybody, of the delivery or of what it confirms
   * @param heldBack vacancies that are missing but stay
   * @param trouble why somebody has to look
   */
  public record Last(
      String delivery,
      DeliveryState state,
      String outcome,
      Instant at,
      int keptOut,
      int heldBack,
      Optional<String> trouble) {}

  /** Why somebody has to look. */
  public Optional<String> trouble() {
    return failing.or(() -> last.flatMap(Last::trouble));
  }
}
