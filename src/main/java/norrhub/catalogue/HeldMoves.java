package norrhub.catalogue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That the clock moves no vacancies as it shows.
 *
 * @param why it is not believed
 * @param by the time that is gone by instead
 * @param vacancies that are due by the clock, and not by that time
 */
public record HeldMoves(String why, Instant by, int vacancies) {
  /** For people. */
  public String sentence() {
    return "%s. Vacancies open and expire by %s; %d that are due by the clock wait"
        .formatted(why, by.truncatedTo(ChronoUnit.SECONDS), vacancies);
  }
}
