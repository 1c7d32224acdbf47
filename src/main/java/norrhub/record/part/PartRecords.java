package norrhub.record.part;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.ReadResult;
import norrhub.record.RecordReader;
import norrhub.record.RecordStream;
import norrhub.record.StorageFailure;
import norrhub.record.UnreadablePart;
import norrhub.record.repair.Repair;
import norrhub.record.repair.RepairingInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a part, whatever is around them: packed parts are unpacked while they are read,
 * and what the format knows to be written wrongly is repaired. Both are reported; the archive keeps
 * the bytes as they came.
 *
 * <p>A file is read strictly first. Where it breaks it is read anew with the format's repairs, and
 * the records given before are passed over: what is well-formed costs nothing.
 */
public final class PartRecords<S> implements RecordStream {
  private final RecordReader<S> reader;
  private final S settings;
  private final List<Repair> repairs;
  private final Unpacking unpacking;
  private final Iterator<PartFile> files;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable PartFile file;
  private @Nullable RecordStream current;
  private List<Repair> applied = List.of();
  private List<RepairingInputStream> mendings = List.of();
  private int given;
  private SourceLocation place;

  private PartRecords(
      RecordReader<S> reader,
      S settings,
      List<Repair> repairs,
      Unpacking unpacking,
      SourceLocation place) {
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
    SourceLocation place = SourceLocation.of(part.name());
    try {
      return new PartRecords<>(reader, settings, repairs, Unpacking.of(part, limits), place);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw unreadable(place, e);
    }
  }

  /**
   * Reading depends on nothing but the bytes: what fails once fails at each try, so it is the
   * part's fault, or a reader's that cannot cope with it. Only the hub's own disk may do better the
   * next time.
   */
  private static UnreadablePart unreadable(SourceLocation place, Throwable failure)
      throws StorageFailure {
    Optional<StorageFailure> disk = StorageFailure.behind(failure);
    if (disk.isPresent()) {
      throw disk.get();
    }
    if (failure instanceof IOException) {
      return new UnreadablePart(
          place, PartNotices.ofBytes(failure).orElseGet(() -> PartNotices.malformed(failure)));
    }
    return new UnreadablePart(place, PartNotices.NOT_READ.about("", failure.toString()), failure);
  }

  @Override
  public Optional<ReadResult> next() throws UnreadablePart, IOException {
    while (file != null || files.hasNext()) {
      try {
        PartFile now = file == null ? begin(files.next()) : file;
        RecordStream stream = current == null ? open(now) : current;
        Optional<ReadResult> next = stream.next();
        if (next.isPresent()) {
          given++;
          place = next.get().place();
          return next;
        }
        finish(stream);
      } catch (UnreadablePart e) {
        mendAfter(e);
      } catch (IOException | RuntimeException | StackOverflowError e) {
        tellMendings();
        throw unreadable(place, e);
      }
    }
    return Optional.empty();
  }

  private PartFile begin(PartFile next) throws IOException {
    file = next;
    given = 0;
    place = SourceLocation.of(next.name());
    applied = List.of();
    if (!repairs.isEmpty()) {
      byte[] start;
      try (InputStream in = next.open()) {
        start = in.readNBytes(Repair.START);
      }
      applied = repairs.stream().filter(repair -> repair.isNeeded(start)).toList();
    }
    return next;
  }

  private RecordStream open(PartFile now) throws UnreadablePart, IOException {
    RecordStream stream =
        reader.open(
            applied.isEmpty() ? now : new PartFile(now.name(), now.file(), () -> repaired(now)),
            settings);
    current = stream;
    for (int i = 0; i < given; i++) {
      stream.next();
    }
    return stream;
  }

  /** A reader may open its part more than once; the last time it reads it to its end. */
  private InputStream repaired(PartFile now) throws IOException {
    InputStream bytes = now.open();
    List<RepairingInputStream> chain = new ArrayList<>();
    for (Repair repair : applied) {
      RepairingInputStream repairing = repair.repair(bytes);
      chain.add(repairing);
      bytes = repairing;
    }
    mendings = chain;
    return bytes;
  }

  /** Whatever the parser complains of: after a bare ampersand it looks for its end to the last. */
  private void mendAfter(UnreadablePart broken) throws UnreadablePart, IOException {
    if (applied.size() == repairs.size()) {
      tellMendings();
      throw broken;
    }
    if (current != null) {
      current.close();
    }
    current = null;
    applied = repairs;
  }

  private void finish(RecordStream stream) throws IOException {
    findings.addAll(stream.findings());
    tellMendings();
    stream.close();
    current = null;
    file = null;
  }

  private void tellMendings() {
    for (int i = 0; i < mendings.size(); i++) {
      if (mendings.get(i).times() > 0) {
        findings.add(applied.get(i).notice().about("", mendings.get(i).told()));
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
