package norrhub.vacancy;

/** The form of employment. What a source does not say is {@link #UNKNOWN}, never guessed. */
public enum Contract {
  PERMANENT,
  FIXED_TERM,
  SUBSTITUTE,
  HOURLY,
  SEASONAL,
  INTERNSHIP,
  PHD,
  UNKNOWN
}
