package norrhub.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import norrhub.notice.Place;
import norrhub.record.SourceRecord;
import norrhub.vacancy.VacancyId;

/** A record with the identity that its format read from it. */
record Keyed(SourceRecord record, String key, VacancyId id, long inputHash) {
  Place place() {
    return record.place();
  }

  JsonNode content() {
    return record.content();
  }
}
