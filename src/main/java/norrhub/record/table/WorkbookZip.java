package norrhub.record.table;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import norrhub.record.BudgetedInputStream;
import norrhub.record.StorageFailure;

/**
 * The zip that a workbook is, in a file of its own: parts may be packed once more, and a workbook
 * is read here and there.
 */
final class WorkbookZip implements Closeable {
  static final int MOST_PACKED = 256 << 20;
  static final int MOST_UNPACKED = 512 << 20;

  private final Path copy;
  private final ZipFile zip;

  private WorkbookZip(Path copy, ZipFile zip) {
    this.copy = copy;
    this.zip = zip;
  }

  static WorkbookZip of(InputStream bytes) throws IOException {
    Path copy = newFile();
    try (bytes) {
      copy(new BudgetedInputStream(bytes, MOST_PACKED), copy);
      return new WorkbookZip(copy, new ZipFile(copy.toFile()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  private static Path newFile() throws StorageFailure {
    try {
      return Files.createTempFile("norrhub-workbook", ".xlsx");
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  /** What cannot be read is the workbook's fault, what cannot be written our disk's. */
  private static void copy(InputStream bytes, Path copy) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(copy)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        write(out, buffer, read);
      }
    }
  }

  private static void write(OutputStream out, byte[] buffer, int length) throws StorageFailure {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw new StorageFailure(e);
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
        : Optional.of(new BudgetedInputStream(zip.getInputStream(entry), limit));
  }

  @Override
  public void close() throws IOException {
    zip.close();
    Files.deleteIfExists(copy);
  }
}
