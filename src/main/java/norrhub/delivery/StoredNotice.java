package norrhub.delivery;

import norrhub.notice.SourceLocation;

/**
 * A notice as the ledger keeps it: without its sentence, which may be worded better one day.
 *
 * @param delivery in which it was found first; empty for the one it is shown with
 */
public record StoredNotice(
    String severity,
    String code,
    SourceLocation place,
    String delivery,
    String key,
    String field,
    String value) {}
