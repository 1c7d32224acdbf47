package norrhub.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import norrhub.mapping.Format;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import norrhub.vacancy.VacancyId;

/**
 * Which vacancies a delivery holds, and which of them more than once, known before the first record
 * is taken. It costs a second reading, so only formats pay it whose keys ask for it.
 */
final class KeyPrescan {
  private final KeySet held = new KeySet();
  private final KeySet repeated = new KeySet();

  private KeyPrescan() {}

  static KeyPrescan none() {
    return new KeyPrescan();
  }

  static KeyPrescan of(Format format, Identities identities, List<PartFile> parts)
      throws IOException {
    var ahead = new KeyPrescan();
    for (PartFile part : parts) {
      ahead.read(format, identities, part);
    }
    return ahead;
  }

  boolean holds(VacancyId id) {
    return held.contains(id);
  }

  boolean repeats(VacancyId id) {
    return repeated.contains(id);
  }

  /** From here on a vacancy is taken: no second record may have it. */
  void take(VacancyId id) {
    held.add(id);
  }

  private void read(Format format, Identities identities, PartFile part) throws IOException {
    try (RecordStream stream = format.open(part)) {
      for (Optional<ReadResult> next = stream.next(); next.isPresent(); next = stream.next()) {
        if (next.get() instanceof SourceRecord record) {
          format.key(record.content()).map(identities::of).ifPresent(this::add);
        }
      }
    } catch (UnreadablePart e) {
      // The reading that counts meets the same break, and tells it.
      return;
    }
  }

  private void add(VacancyId id) {
    if (!held.add(id)) {
      repeated.add(id);
    }
  }
}
