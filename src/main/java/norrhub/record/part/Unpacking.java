package norrhub.record.part;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;
import norrhub.record.BadPacking;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.StorageFailure;
import norrhub.record.UnreadablePart;

/**
 * What a part holds: itself, or the files that are packed in it, as parts that are unpacked while
 * they are read. What is packed inside of those stays packed, and no reader takes it.
 */
final class Unpacking implements Closeable {
  private final List<PartFile> files = new ArrayList<>();
  private final Map<Integer, Long> sizes = new HashMap<>();
  private final PackingLimits limits;
  private final long packedSize;
  private final Optional<ZipFile> zip;
  private final String kind;

  private Unpacking(PartFile part, PackingLimits limits) throws IOException, UnreadablePart {
    this.limits = limits;
    this.packedSize = size(part);
    String start = start(part);
    Optional<ZipFile> opened = start.startsWith("PK\u0003\u0004") ? zip(part) : Optional.empty();
    this.zip = opened.filter(archive -> !isDocument(archive));
    if (opened.isPresent() && zip.isEmpty()) {
      opened.get().close();
    }
    if (zip.isPresent()) {
      kind = "zip";
      addEntries(part, zip.get());
    } else if (start.startsWith("\u001f\u008b")) {
      kind = "gzip";
      add(part.name(), part, () -> new GZIPInputStream(part.open()));
    } else {
      kind = "";
      files.add(part);
    }
  }

  static Unpacking of(PartFile part, PackingLimits limits) throws IOException, UnreadablePart {
    return new Unpacking(part, limits);
  }

  List<PartFile> files() {
    return List.copyOf(files);
  }

  /** That the part was packed; empty where it was not. */
  Optional<Finding> finding() {
    String value = kind + ", " + files.size() + (files.size() == 1 ? " file" : " files");
    return kind.isEmpty() ? Optional.empty() : Optional.of(PartNotices.UNPACKED.about("", value));
  }

  private void addEntries(PartFile part, ZipFile archive) throws IOException, UnreadablePart {
    for (ZipEntry entry : archive.stream().filter(Unpacking::isContent).toList()) {
      add(part.name() + "/" + entry.getName(), part, () -> archive.getInputStream(entry));
    }
    if (files.isEmpty() || files.size() > limits.files()) {
      close();
      throw new UnreadablePart(
          SourceLocation.of(part.name()),
          files.isEmpty()
              ? PartNotices.EMPTY.about("", "")
              : PartNotices.OVER_LIMIT.about("", "files in the zip > " + limits.files()));
    }
  }

  private void add(String name, PartFile part, PartFile.Opening packed) {
    int number = files.size();
    files.add(
        new PartFile(
            name,
            part.file(),
            () -> new UnpackedBytes(opened(packed), count -> isTooMuch(number, count))));
  }

  /** What is packed begins with a head of its own, which may be broken too. */
  private static InputStream opened(PartFile.Opening packed) throws BadPacking {
    try {
      return packed.open();
    } catch (IOException e) {
      throw new BadPacking(e);
    }
  }

  /** A file may be read more than once; each counts as much as its longest reading. */
  private boolean isTooMuch(int number, long count) {
    sizes.merge(number, count, Math::max);
    long all = sizes.values().stream().mapToLong(Long::longValue).sum();
    return all > limits.bytes() || all > limits.harmless() && all / limits.ratio() > packedSize;
  }

  private static Optional<ZipFile> zip(PartFile part) throws UnreadablePart {
    try {
      // Names in UTF-8 are marked as such; every other name can at least be read as this.
      return Optional.of(new ZipFile(part.file().toFile(), ISO_8859_1));
    } catch (IOException e) {
      throw new UnreadablePart(
          SourceLocation.of(part.name()),
          PartNotices.NOT_UNPACKED.about("", String.valueOf(e.getMessage())));
    }
  }

  /** Spreadsheets and texts of today are zips themselves. */
  private static boolean isDocument(ZipFile archive) {
    return archive.getEntry("[Content_Types].xml") != null || archive.getEntry("mimetype") != null;
  }

  /** What file systems leave behind is no content. */
  private static boolean isContent(ZipEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !entry.isDirectory()
        && !name.startsWith("__macosx/")
        && !last.startsWith(".")
        && !last.equals("thumbs.db");
  }

  private static long size(PartFile part) throws StorageFailure {
    try {
      return Files.size(part.file());
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  private static String start(PartFile part) throws IOException {
    try (InputStream in = part.open()) {
      return new String(in.readNBytes(4), ISO_8859_1);
    }
  }

  @Override
  public void close() throws IOException {
    if (zip.isPresent()) {
      zip.get().close();
    }
  }
}
