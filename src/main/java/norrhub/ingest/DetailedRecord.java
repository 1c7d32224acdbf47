package norrhub.ingest;

import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.record.SourceRecord;

/**
 * A record of a list with its detail.
 *
 * @param listed the record of the list alone
 * @param objection why its detail cannot be had today; the record is good enough then to tell which
 *     vacancy it is, but not to publish it
 */
public record DetailedRecord(
    SourceRecord listed, SourceRecord record, Optional<Finding> objection) {}
