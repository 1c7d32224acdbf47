package norrhub.delivery.archive;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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

  /** As many folders as two hexadecimal digits name. */
  public static final int FOLDERS = 256;

  /** How zip, gzip and old workbooks begin. */
  private static final List<String> PACKED = List.of("504b0304", "1f8b", "d0cf11e0");

  private static final byte[] ERASED =
      "norrhub: these bytes were erased\n".getBytes(StandardCharsets.UTF_8);

  private final Path root;
  private final Path arriving;
  private final Path leaving;
  private final Clock clock;

  Archive(HubDirectories home, Clock clock) throws IOException {
    root = home.data().resolve("archive");
    arriving = Files.createDirectories(root.resolve("arriving"));
    leaving = Files.createDirectories(root.resolve("leaving"));
    this.clock = clock;
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
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
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
    if (isErased(place)) {
      throw new ErasedPart(part);
    }
    if (Files.size(place) != part.size()) {
      throw new DamagedPart(part, "it has %,d bytes".formatted(Files.size(place)));
    }
    if (check(place) != part.check()) {
      throw new DamagedPart(part, "its bytes have changed");
    }
    return place;
  }

  /** Hashes of what was kept last before then, in one of the {@link #FOLDERS}. */
  public List<String> keptBefore(int folder, Instant then) throws IOException {
    Path named = root.resolve("%02x".formatted(folder));
    if (!Files.isDirectory(named)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(named)) {
      List<String> old = new ArrayList<>();
      for (Path file : files.toList()) {
        if (isKeptBefore(file, then)) {
          old.add(file.getFileName().toString());
        }
      }
      return old;
    }
  }

  /** How many bytes the archive holds of this hash; 0 where it holds none. */
  public long size(String sha256) throws IOException {
    Path file = folder(sha256).resolve(sha256);
    return Files.isRegularFile(file) ? Files.size(file) : 0;
  }

  /**
   * Removes what nobody needs, unless the same bytes came again meanwhile: it is taken aside first,
   * so that what a poll puts in its place at this moment stays.
   *
   * @return how many bytes are gone
   */
  public long remove(String sha256, Instant keptBefore) throws IOException {
    Path file = folder(sha256).resolve(sha256);
    Path aside = leaving.resolve(sha256);
    try {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return 0; // another hub was quicker
    }
    if (!isKeptBefore(aside, keptBefore)) {
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      return 0;
    }
    long size = Files.size(aside);
    Files.delete(aside);
    return size;
  }

  /** Hashes of all that holds one of these sequences of bytes. */
  public List<String> containing(List<byte[]> sequences) throws IOException {
    List<String> found = new ArrayList<>();
    if (sequences.isEmpty()) {
      return found;
    }
    for (int folder = 0; folder < FOLDERS; folder++) {
      for (String sha256 : keptBefore(folder, Instant.MAX)) {
        if (ByteSearch.holds(folder(sha256).resolve(sha256), sequences)) {
          found.add(sha256);
        }
      }
    }
    return found;
  }

  /** Whether the part is a zip or gzip file or an old workbook: a text in it is not seen. */
  public boolean isPacked(String sha256) throws IOException {
    Path file = folder(sha256).resolve(sha256);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String start = HexFormat.of().formatHex(in.readNBytes(4));
      return PACKED.stream().anyMatch(start::startsWith);
    }
  }

  /**
   * Replaces the bytes of a part, in place: a word that says so takes their place.
   *
   * @return whether there were any
   */
  public boolean erase(String sha256) throws IOException {
    Path file = folder(sha256).resolve(sha256);
    if (!Files.isRegularFile(file) || isErased(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
      for (long left = channel.size(); left > 0; left -= zeros.capacity()) {
        zeros.clear().limit((int) Math.min(left, zeros.capacity()));
        channel.write(zeros);
      }
      channel.force(true);
      channel.truncate(0).write(ByteBuffer.wrap(ERASED), 0);
      channel.force(true);
    }
    return true;
  }

  private static boolean isErased(Path file) throws IOException {
    return Files.size(file) == ERASED.length && Arrays.equals(Files.readAllBytes(file), ERASED);
  }

  private static boolean isKeptBefore(Path file, Instant then) throws IOException {
    return Files.isRegularFile(file) && Files.getLastModifiedTime(file).toInstant().isBefore(then);
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
