package norrhub.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The hubs' data folder, on a disk of its own that can be filled, where this machine lets us mount
 * one.
 */
final class DataFolder implements AutoCloseable {
  private static final int MEGABYTES = 160;

  private final Path folder;
  private final String whyNoDisk;

  DataFolder(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    Process mount =
        new ProcessBuilder(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + MEGABYTES + "m",
                "tmpfs",
                this.folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    whyNoDisk = mount.waitFor() == 0 ? "" : said;
  }

  Path path() {
    return folder;
  }

  /** Why the disk cannot be filled; empty where it can. */
  String whyNoDisk() {
    return whyNoDisk;
  }

  /** Writes until nothing goes in any more. */
  void fill() {
    if (!whyNoDisk.isEmpty()) {
      throw new IllegalStateException("Not on a disk of its own: " + whyNoDisk);
    }
    for (int block = 1 << 20; block > 0; block /= 64) {
      try (OutputStream out = Files.newOutputStream(folder.resolve("filler-" + block))) {
        while (true) {
          out.write(new byte[block]);
        }
      } catch (IOException e) {
        // full
      }
    }
  }

  void empty() throws IOException {
    for (int block = 1 << 20; block > 0; block /= 64) {
      Files.deleteIfExists(folder.resolve("filler-" + block));
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (whyNoDisk.isEmpty()) {
      new ProcessBuilder("umount", "-l", folder.toString()).inheritIO().start().waitFor();
    }
  }
}
