package norrhub.board;

/** Who may read a board over HTTP. */
public enum Access {
  PUBLIC,
  /** Whoever shows one of the board's keys. */
  KEYED
}
