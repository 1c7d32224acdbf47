package norrhub.partner;

/** What a delivery of a feed says of the vacancies it does not hold. */
public enum SpeaksFor {
  /** It is the whole feed: what is not in it is no longer offered. */
  FEED,
  /** It is the whole of that file name, and silent about vacancies of other names. */
  FILE,
  /** It holds changes only: silence means nothing. */
  CHANGES
}
