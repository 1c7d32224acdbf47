package norrhub.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
  /** In the archive and the ledger; not applied yet. */
  RECEIVED,
  APPLIED,
  /** The same as the last one applied: nothing was parsed, but it confirms. */
  UNCHANGED,
  /** Could not be applied, and is not tried again; its outcome says why. */
  FAILED,
  /** Was no delivery: a wrong sender, an unsafe name, a mail without an attachment. */
  REFUSED
}
