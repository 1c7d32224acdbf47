package norrhub.record;

import norrhub.notice.SourceLocation;

/** What a reader finds next: a record, or the place of one that it could not read. */
public sealed interface ReadResult permits SourceRecord, BrokenRecord {
  SourceLocation place();
}
