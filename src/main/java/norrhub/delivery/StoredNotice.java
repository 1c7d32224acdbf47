package norrhub.delivery;

import norrhub.notice.SourceLocation;

/** A notice as the ledger keeps it: without its sentence, which may be worded better one day. */
public record StoredNotice(
    String severity, String code, SourceLocation place, String key, String field, String value) {}
