package norrhub.board;

import java.util.OptionalLong;

/** Whoever reads a board's posting log at its own pace: what it has not read yet is kept. */
public interface PostingReader {

  /** Number of the last posting that it has read of the board; empty where it does not read it. */
  OptionalLong readThrough(Board board);
}
