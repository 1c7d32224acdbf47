package norrhub.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.Place;
import org.jspecify.annotations.Nullable;

/**
 * The records of a part, whatever is around them: packed parts are unpacked while they are read,
 * and what the format knows to be written wrongly is mended. Both are told; the archive keeps the
 * bytes as they came.
 */
public final class PartRecords<S> implements RecordStream {
  private final RecordReader<S> reader;
  private final S settings;
  private final List<Repair> repairs;
  private final Unpacking unpacking;
  private final Iterator<PartFile> files;
  private final List<Finding> findings = new ArrayList<>();
  private List<Mending> mendings = List.of();
  private @Nullable RecordStream current;
  private Place place;

  private PartRecords(
      RecordReader<S> reader, S settings, List<Repair> repairs, Unpacking unpacking, Place place) {
    this.reader = reader;
    this.settings = settings;
    this.repairs = repairs;
    this.unpacking = unpacking;
    this.files = unpacking.files().iterator();
    this.place = place;
    unpacking.finding().ifPresent(findings::add);
  }

  /** Opens a part for a reader; the repairs are applied in their order. */
  public static <S> RecordStream open(
      PartFile part, RecordReader<S> reader, S settings, List<Repair> repairs)
      throws UnreadablePart, IOException {
    return open(part, reader, settings, repairs, PackingLimits.STANDARD);
  }

  static <S> RecordStream open(
      PartFile part, RecordReader<S> reader, S settings, List<Repair> repairs, PackingLimits limits)
      throws UnreadablePart, IOException {
    return new PartRecords<>(
        reader, settings, repairs, Unpacking.of(part, limits), Place.of(part.name()));
  }

  @Override
  public Optional<Reading> next() throws UnreadablePart, IOException {
    try {
      while (current != null || files.hasNext()) {
        RecordStream stream = current == null ? start(files.next()) : current;
        current = stream;
        Optional<Reading> next = stream.next();
        if (next.isPresent()) {
          place = next.get().place();
          return next;
        }
        finish(stream);
      }
      return Optional.empty();
    } catch (UnreadablePart e) {
      tellMendings();
      throw e;
    } catch (IOException e) {
      tellMendings();
      throw new UnreadablePart(place, PartNotices.ofBytes(e).orElseThrow(() -> e));
    }
  }

  private RecordStream start(PartFile file) throws UnreadablePart, IOException {
    place = Place.of(file.name());
    return reader.open(
        repairs.isEmpty() ? file : new PartFile(file.name(), file.file(), () -> mended(file)),
        settings);
  }

  /** A reader may open its part more than once; the last time it reads it to its end. */
  private InputStream mended(PartFile file) throws IOException {
    InputStream bytes = file.open();
    List<Mending> chain = new ArrayList<>();
    for (Repair repair : repairs) {
      Mending mending = repair.mend(bytes);
      chain.add(mending);
      bytes = mending;
    }
    mendings = chain;
    return bytes;
  }

  private void finish(RecordStream stream) throws IOException {
    findings.addAll(stream.findings());
    tellMendings();
    stream.close();
    current = null;
  }

  private void tellMendings() {
    for (int i = 0; i < mendings.size(); i++) {
      if (mendings.get(i).times() > 0) {
        findings.add(repairs.get(i).notice().about("", mendings.get(i).told()));
      }
    }
    mendings = List.of();
  }

  @Override
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  @Override
  public void close() throws IOException {
    try (unpacking) {
      if (current != null) {
        current.close();
      }
    }
  }
}
