package norrhub.vacancy;

/** Where a vacancy stands in its life. */
public enum State {
  /** Known, and its partner wants it published later; the clock opens it. */
  SCHEDULED,
  /** Can be applied for. */
  OPEN,
  /** Taken back by its partner, an admin, or the guard on proof of absence. */
  WITHDRAWN,
  /** Its deadline has passed. */
  EXPIRED;

  /** Whether its partner still offers it, now or from a later day on. */
  public boolean isOffered() {
    return this == SCHEDULED || this == OPEN;
  }
}
