package norrhub.normalise;

import java.time.Instant;
import norrhub.partner.Partner;
import norrhub.vacancy.VacancyId;

/**
 * Whose draft it is.
 *
 * @param sourceKey the record's key in its ATS, trimmed and in NFC
 * @param fetchedAt when its delivery was received
 */
public record Intake(Partner partner, VacancyId id, String sourceKey, Instant fetchedAt) {}
