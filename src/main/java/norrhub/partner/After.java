package norrhub.partner;

/** What happens to a file at its source once it is in the archive and the ledger. */
public enum After {
  MOVE,
  DELETE,
  /** Nothing: for accounts that may only read. */
  LEAVE
}
