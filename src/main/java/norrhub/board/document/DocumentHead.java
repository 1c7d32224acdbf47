package norrhub.board.document;

import java.time.Instant;

/**
 * What a document says of itself.
 *
 * @param board the board's id
 * @param name the board's name for people
 * @param generatedAt the time of the last change it holds, so that it rests while nothing changes
 * @param count how many vacancies it holds
 * @param cursor where {@code /feeds/<board>/changes?after=} goes on from here
 */
public record DocumentHead(
    String board, String name, Instant generatedAt, int count, long cursor) {}
