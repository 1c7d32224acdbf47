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
 */
public record BoardState(
    long posted, Instant postedAt, long changeCursor, Optional<String> selection) {}
