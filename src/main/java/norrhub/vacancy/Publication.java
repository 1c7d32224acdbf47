package norrhub.vacancy;

import java.time.Instant;
import java.util.Optional;

/**
 * When a vacancy is shown.
 *
 * @param datePosted first published; the catalogue never lets it move
 * @param publishFrom before this instant it is scheduled, not open
 * @param deadline until when one may apply
 */
public record Publication(Instant datePosted, Optional<Instant> publishFrom, Deadline deadline) {

  /** The state that the clock alone gives; {@link State#WITHDRAWN} comes from outside. */
  State stateAt(Instant now) {
    if (deadline.at().filter(at -> !now.isBefore(at)).isPresent()) {
      return State.EXPIRED;
    }
    return publishFrom.filter(now::isBefore).isPresent() ? State.SCHEDULED : State.OPEN;
  }

  /** The next instant at which {@link #stateAt} changes by itself. */
  Optional<Instant> movesAfter(Instant now) {
    return switch (stateAt(now)) {
      case SCHEDULED -> publishFrom;
      case OPEN -> deadline.at();
      case EXPIRED, WITHDRAWN -> Optional.empty();
    };
  }

  Publication posted(Instant first) {
    return new Publication(first, publishFrom, deadline);
  }
}
