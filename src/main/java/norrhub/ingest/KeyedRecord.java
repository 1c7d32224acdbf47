package norrhub.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import norrhub.notice.SourceLocation;
import norrhub.record.SourceRecord;
import norrhub.vacancy.VacancyId;

/**
 * A vacancy as its records write it, with the identity that its format read from them.
 *
 * @param records one, but where several share a key and the format unites them
 * @param otherKeys by which other channels of its ATS may know it
 */
record KeyedRecord(
    List<SourceRecord> records,
    String key,
    VacancyId id,
    long inputHash,
    Map<String, String> otherKeys) {
  KeyedRecord {
    records = List.copyOf(records);
    otherKeys = Map.copyOf(otherKeys);
  }

  SourceLocation place() {
    return records.get(0).place();
  }

  List<JsonNode> contents() {
    return records.stream().map(SourceRecord::content).toList();
  }

  int count() {
    return records.size();
  }

  KeyedRecord as(VacancyId other) {
    return new KeyedRecord(records, key, other, inputHash, otherKeys);
  }
}
