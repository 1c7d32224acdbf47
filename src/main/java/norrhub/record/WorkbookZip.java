package norrhub.record;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip that a workbook is, in a file of its own: parts may be packed once more, and a workbook
 * is read here and there.
 */
final class WorkbookZip implements Closeable {
  static final int MOST_PACKED = 64 << 20;
  static final int MOST_UNPACKED = 512 << 20;

  private final Path copy;
  private final ZipFile zip;

  private WorkbookZip(Path copy, ZipFile zip) {
    this.copy = copy;
    this.zip = zip;
  }

  static WorkbookZip of(InputStream bytes) throws IOException {
    Path copy = Files.createTempFile("norrhub-workbook", ".xlsx");
    try (bytes) {
      MeteredInput metered = new MeteredInput(bytes, MOST_PACKED);
      Files.copy(metered, copy, StandardCopyOption.REPLACE_EXISTING);
      return new WorkbookZip(copy, new ZipFile(copy.toFile()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  boolean has(String path) {
    return zip.getEntry(path) != null;
  }

  /** A file that must be there, of so many bytes at most. */
  InputStream open(String path, int limit) throws IOException {
    return find(path, limit).orElseThrow(() -> new FileNotFoundException("no " + path));
  }

  Optional<InputStream> find(String path, int limit) throws IOException {
    ZipEntry entry = zip.getEntry(path);
    return entry == null
        ? Optional.empty()
        : Optional.of(new MeteredInput(zip.getInputStream(entry), limit));
  }

  @Override
  public void close() throws IOException {
    zip.close();
    Files.deleteIfExists(copy);
  }
}
