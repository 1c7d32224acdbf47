package norrhub.admin.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Optional;
import norrhub.delivery.DeliveryState;
import norrhub.delivery.feed.FolderSeen;

/**
 * How a feed is, for whoever wants to know whether to worry.
 *
 * @param mode live or trial, or off where its partner is
 * @param since when that began; until when, where its server asked for a pause
 * @param reason why it is not well
 * @param waiting deliveries that are received and not applied
 * @param keptOut records that are not meant for everybody
 * @param heldBack vacancies that are missing and stay
 * @param folder what the last listing of its folder saw besides what it took
 */
@JsonInclude(Include.NON_ABSENT)
public record FeedStatus(
    String feed,
    String partner,
    String transport,
    String format,
    String mode,
    Health health,
    Optional<Instant> since,
    Optional<String> reason,
    Optional<Instant> lastPoll,
    Optional<Instant> lastGoodPoll,
    Optional<Instant> nextPoll,
    Optional<LastDelivery> lastDelivery,
    int waiting,
    int keptOut,
    int heldBack,
    Optional<FolderSeen> folder) {

  /** Whether the hub itself has a reason not to poll it. */
  boolean isHeld() {
    return health == Health.BACKING_OFF && since.isEmpty();
  }

  /** Worst first. */
  public enum Health {
    FAILING,
    /** Nothing came for twice as long as usual. */
    SILENT,
    /** Its server asked for a pause. */
    BACKING_OFF,
    /** Never polled. */
    NEW,
    OK,
    OFF
  }

  /** What the feed brought last, and what became of it. */
  @JsonInclude(Include.NON_ABSENT)
  record LastDelivery(String id, DeliveryState state, String outcome, Instant at) {}
}
