package norrhub.vacancy;

/** The extent of the working hours. */
public enum Hours {
  FULL,
  PART,
  VARIABLE,
  UNKNOWN
}
