package norrhub.delivery;

/** What the ledger says to something that came in. Either way the source may be acknowledged. */
public enum Reception {
  NEW,
  /** The same thing at the same source: it was received before, only the acknowledgement is due. */
  KNOWN
}
