package norrhub.delivery;

import norrhub.notice.Place;

/** A notice as the ledger keeps it: without its sentence, which may be worded better one day. */
public record StoredNotice(
    String severity, String code, Place place, String key, String field, String value) {}
