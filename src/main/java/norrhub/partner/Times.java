package norrhub.partner;

/**
 * The times that a partner file may give its server: seconds, and never so long that a poll hangs.
 */
final class Times {
  /** What we wait for a connection, at most. */
  static final String MINUTE = "([1-9]|[1-5]\\d|60)s|1m";

  static final String A_MINUTE = "a time from 1s to 1m, such as 20s";

  /** What we wait for an answer, at most. */
  static final String MINUTES = "([1-9]\\d?|[12]\\d\\d|300)s|[1-5]m";

  static final String SOME_MINUTES = "a time from 1s to 5m, such as 90s";

  private Times() {}
}
