package norrhub.delivery.archive;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import norrhub.platform.DurableFile;
import norrhub.platform.HubDirectories;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.springframework.stereotype.Component;

/**
 * Every byte that partners sent, filed under its SHA-256 and never changed.
 *
 * <p>A part is written beside, forced to disk, renamed into place, and its folder forced too: when
 * {@link #keep} returns, neither a crash nor a power cut takes it back. Hubs on one database share
 * the folder.
 */
@Component
public class Archive {
  /** What has been arriving for so long belongs to a hub that is gone. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path root;
  private final Path arriving;

  Archive(HubDirectories home, Clock clock) throws IOException {
    root = home.data().resolve("archive");
    arriving = Files.createDirectories(root.resolve("arriving"));
    sweep(clock.instant().minus(ABANDONED));
  }

  /**
   * Files the bytes.
   *
   * @throws TooLarge when there are more than {@code mostBytes}; nothing is kept then
   */
  public ArchivedPart keep(String name, InputStream content, long mostBytes) throws IOException {
    Path file = Files.createTempFile(arriving, "part", "");
    try {
      ArchivedPart part = write(name, BoundedContent.of(content, name, mostBytes), file);
      Path folder = Files.createDirectories(folder(part.sha256()));
      DurableFile.rename(file, folder.resolve(part.sha256()));
      DurableFile.force(root);
      return part;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** The file of a part, verified to hold what was put in. */
  public Path file(ArchivedPart part) throws IOException {
    Path place = folder(part.sha256()).resolve(part.sha256());
    if (!Files.isRegularFile(place)) {
      throw new DamagedPart(
          part, "there is no " + place + "; do the hubs share their data folder?");
    }
    if (Files.size(place) != part.size()) {
      throw new DamagedPart(part, "it has %,d bytes".formatted(Files.size(place)));
    }
    if (check(place) != part.check()) {
      throw new DamagedPart(part, "its bytes have changed");
    }
    return place;
  }

  private void sweep(Instant olderThan) throws IOException {
    try (Stream<Path> left = Files.list(arriving)) {
      for (Path file : left.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(olderThan)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static ArchivedPart write(String name, BoundedInputStream content, Path file)
      throws IOException {
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    HashStream64 check = Hashing.xxh3_64().hashStream();
    DurableFile.write(
        file,
        out -> {
          byte[] buffer = new byte[64 * 1024];
          for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            sha256.update(buffer, 0, read);
            check.putBytes(buffer, 0, read);
            out.write(buffer, 0, read);
          }
        });
    return new ArchivedPart(
        name, HexFormat.of().formatHex(sha256.digest()), content.getCount(), check.getAsLong());
  }

  private static long check(Path file) throws IOException {
    HashStream64 check = Hashing.xxh3_64().hashStream();
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        check.putBytes(buffer, 0, read);
      }
    }
    return check.getAsLong();
  }

  private Path folder(String sha256) {
    return root.resolve(sha256.substring(0, 2));
  }
}
