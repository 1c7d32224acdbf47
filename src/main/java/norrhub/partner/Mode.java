package norrhub.partner;

/** Whether what a feed brings is meant. */
public enum Mode {
  LIVE,
  /** Everything is done and told as with any other, but nothing reaches the catalogue. */
  TRIAL
}
