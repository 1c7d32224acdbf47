package norrhub.mapping;

/** What a mapping is known from. */
enum Evidence {
  /** Payloads that a real system sent. */
  CAPTURED,
  /** Documentation, or code that reads the system: details may differ from what it sends. */
  DOCUMENTATION
}
