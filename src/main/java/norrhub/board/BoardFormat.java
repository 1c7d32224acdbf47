package norrhub.board;

import java.util.Optional;

/** How one kind of board takes its vacancies: as a document, or as events. */
public interface BoardFormat {
  /** As board files name it. */
  String name();

  /** Whether postings go to the board's queues one by one. */
  default boolean sendsEvents() {
    return false;
  }

  /** What a board's file lacks for this format, in one sentence. */
  default Optional<String> objection(BoardFile board) {
    return Optional.empty();
  }
}
