package norrhub.record;

import norrhub.notice.Place;

/** What a reader finds next: a record, or the place of one that it could not read. */
public sealed interface Reading permits SourceRecord, BrokenRecord {
  Place place();
}
