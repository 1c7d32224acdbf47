package norrhub.notice;

/** How much a finding matters. */
public enum Severity {
  /** The record is not published. */
  ERROR,
  /** The record is published without what was not understood. */
  WARNING,
  /** Worth knowing; nothing is lost. */
  INFO
}
