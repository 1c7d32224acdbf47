package norrhub.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One sandbox a folder. The lock goes with its process, however that ends. */
final class SandboxLock implements AutoCloseable {
  /** A sandbox that was told to stop needs a while to do so. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final FileChannel channel;

  private SandboxLock(FileChannel channel) {
    this.channel = channel;
  }

  static SandboxLock take(Path folder) throws IOException, CannotStart {
    Path pid = folder.resolve("pid");
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (!isOurs(channel)) {
        System.out.println("The sandbox before this one is still there; waiting for its end …");
        Awaitility.await().atMost(PATIENCE).until(() -> isOurs(channel));
      }
    } catch (ConditionTimeoutException e) {
      channel.close();
      throw new CannotStart(
          "Another sandbox runs in %s: stop it first (kill %s)"
              .formatted(folder, Files.readString(pid).strip()));
    }
    Files.writeString(pid, ProcessHandle.current().pid() + "\n");
    return new SandboxLock(channel);
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
