package norrhub.admin.preview;

import java.io.IOException;
import java.util.Optional;
import norrhub.fetch.DetailAddress;
import norrhub.mapping.Format;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;

/**
 * The first vacancy of a list as a poll would read it: the record and the answer asked for it.
 *
 * @param address empty for a record that no detail can be asked for
 */
record FirstDetail(Format format, DetailAddress address, PartFile answer) {

  Optional<SourceRecord> of(PartFile list) throws UnreadablePart, IOException {
    try (RecordStream records = format.open(list)) {
      for (Optional<ReadResult> next = records.next(); next.isPresent(); next = records.next()) {
        if (next.get() instanceof SourceRecord listed && address.of(listed.content()).isPresent()) {
          return Optional.of(
              new SourceRecord(listed.place(), format.join(listed.content(), answer).record()));
        }
      }
    }
    return Optional.empty();
  }
}
