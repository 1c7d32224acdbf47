package norrhub.vacancy;

/** Where the work is done. Hybrid is not remote: boards that know only remote must not see it. */
public enum Workplace {
  ONSITE,
  HYBRID,
  REMOTE,
  UNKNOWN
}
