package norrhub.board;

import java.time.Instant;
import norrhub.vacancy.VacancyId;

/**
 * One move of a vacancy on one board.
 *
 * @param number gap-free on its board; consumers' cursors are such numbers
 * @param version the version that the board gets; grows with every move, also with those that the
 *     vacancy itself knows nothing of, such as a change of the board's selection
 * @param vacancyVersion the catalogue's version that the posting shows
 * @param listed whether the vacancy stands on the board after it
 * @param reason the change's own, {@code "selection"} or {@code "consent"}
 */
public record Posting(
    long number,
    VacancyId vacancy,
    int version,
    int vacancyVersion,
    boolean listed,
    String reason,
    Instant at) {}
