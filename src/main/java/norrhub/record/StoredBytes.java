package norrhub.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file of the hub's own. Whatever fails in here is {@link StorageFailure}. */
final class StoredBytes extends FilterInputStream {

  private StoredBytes(InputStream in) {
    super(in);
  }

  static InputStream of(Path file) throws StorageFailure {
    try {
      return new StoredBytes(Files.newInputStream(file));
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }
}
