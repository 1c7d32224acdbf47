package norrhub.mapping;

/** What records of one delivery are that share a key. */
public enum SameKey {
  /** A mistake: the first stands, the others are reported and left out. */
  FIRST,
  /** One vacancy, row by row, each with a place of its own. */
  MERGE
}
