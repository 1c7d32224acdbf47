package norrhub.ingest;

import norrhub.record.SourceRecord;
import norrhub.vacancy.VacancyId;

/** A record with the identity that its format read from it. */
record Keyed(SourceRecord record, String key, VacancyId id, long inputHash) {}
