package norrhub.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * One part of a delivery, as it lies in the archive.
 *
 * @param name what the partner called it; shown, never used as a path
 * @param file in the archive; it may be packed, so readers take {@link #open}
 * @param bytes how its bytes are had
 */
public record PartFile(String name, Path file, Opening bytes) {

  public PartFile(String name, Path file) {
    this(name, file, () -> StoredBytes.of(file));
  }

  /** The bytes as readers are to take them, unpacked and repaired; anew at each call. */
  public InputStream open() throws IOException {
    return bytes.open();
  }

  /** Opens the bytes of a part. */
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws IOException;
  }
}
