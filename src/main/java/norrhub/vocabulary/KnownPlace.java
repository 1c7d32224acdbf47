package norrhub.vocabulary;

import java.util.Optional;

/**
 * A place that is known.
 *
 * @param municipalityCode SCB's four digits
 * @param city the town or village in its right spelling, where the name was one
 */
public record KnownPlace(String municipalityCode, Optional<String> city) {
  /** SCB's two digits. */
  public String countyCode() {
    return municipalityCode.substring(0, 2);
  }
}
