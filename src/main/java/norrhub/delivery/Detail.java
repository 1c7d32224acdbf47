package norrhub.delivery;

import java.time.Instant;
import java.util.Optional;
import norrhub.delivery.archive.ArchivedPart;

/**
 * What is known of the detail of one record of a list.
 *
 * @param request see {@link DetailIndex#request}
 * @param askedHash of the list's record as it was when its detail was asked for last
 * @param refusal why nothing came then
 * @param tries in a row for which nothing came
 * @param answer the last that came, perhaps before
 * @param answerHash of the list's record that it was for
 */
public record Detail(
    String request,
    long askedHash,
    Instant askedAt,
    Optional<String> refusal,
    int tries,
    Optional<ArchivedPart> answer,
    long answerHash) {}
