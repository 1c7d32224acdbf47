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
    whyNoDisk =
        run(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            "size=" + MEGABYTES + "m",
            "tmpfs",
            this.folder.toString());
    if (whyNoDisk.isEmpty()) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::unmount));
    }
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
  public void close() {
    if (whyNoDisk.isEmpty()) {
      unmount();
    }
  }

  /** Also after Ctrl-C, for nobody can clean a folder that is mounted. Twice does no harm. */
  private void unmount() {
    try {
      run("umount", "-l", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs a command; returns why it failed, or nothing. */
  private static String run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int code = process.waitFor();
      return code == 0 ? "" : said + " (exit code " + code + ")";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
