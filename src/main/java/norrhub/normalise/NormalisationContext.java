package norrhub.normalise;

import java.time.Instant;
import java.util.Optional;
import norrhub.normalise.text.TextCleaner;
import norrhub.partner.Partner;
import norrhub.vacancy.VacancyId;
import norrhub.vocabulary.Vocabulary;

/**
 * Whose draft it is.
 *
 * @param sourceKey the record's key in its ATS, trimmed and in NFC
 * @param fetchedAt when its delivery was received
 * @param defaultPlace where the work is, by the admin's word, when the draft names no place
 * @param vocabulary the words by which it is understood
 */
public record NormalisationContext(
    Partner partner,
    VacancyId id,
    String sourceKey,
    Instant fetchedAt,
    Optional<String> defaultPlace,
    Vocabulary vocabulary) {

  /** Reads values as clean lines. */
  TextCleaner lines() {
    return new TextCleaner(vocabulary.terms());
  }
}
