package norrhub.board;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a board has come.
 *
 * @param posted number of its last posting
 * @param postedAt when that was
 * @param changeCursor number of the last change it has looked at
 * @param selection fingerprint of the selection and consents that its postings obey; absent before
 *     the first time
 * @param prunedThrough number of the last tombstone that was removed from the log
 * @param versionFloor highest version among those: what is new to the board begins above it
 */
public record BoardState(
    long posted,
    Instant postedAt,
    long changeCursor,
    Optional<String> selection,
    long prunedThrough,
    int versionFloor) {
  /** That of a board which never ran. */
  static final BoardState NEW = new BoardState(0, Instant.EPOCH, 0, Optional.empty(), 0, 0);
}
