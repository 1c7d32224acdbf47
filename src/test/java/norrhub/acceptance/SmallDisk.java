package norrhub.acceptance;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** A small disk of its own, in memory, to be filled. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private volatile boolean filling;
  private Thread filler = new Thread();

  /** Skips the test where nothing may be mounted. */
  SmallDisk(Path folder, int megabytes) throws Exception {
    this.folder = Files.createDirectories(folder);
    int code =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    Assumptions.assumeTrue(
        code == 0,
        "no disk can be filled here: mounting a tmpfs needs root (mount said " + code + ")");
  }

  /** To the last byte, also those that somebody gives back. */
  void fill() throws IOException {
    write();
    filling = true;
    filler =
        new Thread(
            () -> {
              while (filling) {
                write();
                LockSupport.parkNanos(20_000_000);
              }
            });
    filler.start();
  }

  private void write() {
    byte[] some = new byte[1 << 12];
    try (OutputStream out = Files.newOutputStream(folder.resolve("filler"), CREATE, APPEND)) {
      while (true) {
        out.write(some);
      }
    } catch (IOException e) {
      // It is full, as it should be.
    }
  }

  void free() throws Exception {
    filling = false;
    filler.join();
    Files.delete(folder.resolve("filler"));
  }

  @Override
  public void close() throws Exception {
    filling = false;
    run("umount", "-l", folder.toString());
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
