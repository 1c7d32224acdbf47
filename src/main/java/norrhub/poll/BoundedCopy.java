package norrhub.poll;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import norrhub.record.PartFile;

/** Copies what a source gives into a file, and stops where it is too much. */
public final class BoundedCopy {
  private BoundedCopy() {}

  /**
   * @param name for people; the file is called otherwise
   */
  public static PartFile of(InputStream content, String name, Path folder, long mostBytes)
      throws IOException {
    Path file = Files.createTempFile(folder, "part", "");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[64 * 1024];
      long size = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > mostBytes) {
          throw new IOException("%s is larger than %,d bytes".formatted(name, mostBytes));
        }
        out.write(buffer, 0, read);
      }
    }
    return new PartFile(name, file);
  }
}
