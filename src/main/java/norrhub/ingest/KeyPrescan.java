package norrhub.ingest;

import com.carrotsearch.hppc.LongHashSet;
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
  private final LongHashSet held = new LongHashSet();
  private final LongHashSet repeated = new LongHashSet();

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
    return held.contains(id.hash64());
  }

  boolean repeats(VacancyId id) {
    return repeated.contains(id.hash64());
  }

  /** From here on a vacancy is taken: no second record may have it. */
  void take(VacancyId id) {
    held.add(id.hash64());
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
    if (!held.add(id.hash64())) {
      repeated.add(id.hash64());
    }
  }
}
