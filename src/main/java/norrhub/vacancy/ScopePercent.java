package norrhub.vacancy;

/** The extent of the employment in per cent of full time, such as 75 to 100. */
public record ScopePercent(int min, int max) {
  public ScopePercent {
    if (min < 1 || max > 100 || min > max) {
      throw new IllegalArgumentException("Not an extent of 1 to 100 %: " + min + " to " + max);
    }
  }
}
