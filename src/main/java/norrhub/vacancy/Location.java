package norrhub.vacancy;

import java.util.Optional;

/**
 * A place of work.
 *
 * @param municipalityCode SCB's four digits, such as 2580 for Luleå
 * @param regionCode SCB's two digits of the county, such as 25 for Norrbotten
 * @param country ISO 3166-1, two letters
 * @param rawText the place as the source wrote it, kept where it was not fully understood too
 */
public record Location(
    Optional<String> city,
    Optional<String> municipalityCode,
    Optional<String> regionCode,
    Optional<String> country,
    Optional<String> postalCode,
    Optional<String> street,
    String rawText) {}
