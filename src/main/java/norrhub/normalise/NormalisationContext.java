package norrhub.normalise;

import java.time.Instant;
import java.util.Optional;
import norrhub.partner.Partner;
import norrhub.vacancy.VacancyId;

/**
 * Whose draft it is.
 *
 * @param sourceKey the record's key in its ATS, trimmed and in NFC
 * @param fetchedAt when its delivery was received
 * @param defaultPlace where the work is, by the admin's word, when the draft names no place
 */
public record NormalisationContext(
    Partner partner,
    VacancyId id,
    String sourceKey,
    Instant fetchedAt,
    Optional<String> defaultPlace) {}
