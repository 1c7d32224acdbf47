package norrhub.poll;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import norrhub.delivery.archive.BoundedContent;
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
    Files.copy(BoundedContent.of(content, name, mostBytes), file, REPLACE_EXISTING);
    return new PartFile(name, file);
  }
}
