package norrhub.faults;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** A partner's SFTP server, which now and then refuses to open, move or delete a file. */
final class SftpServer implements AutoCloseable {
  static final String PASSWORD = "Pite älv & 7 fall";

  private final Path folder;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey;
  private final AtomicInteger opensRefused = new AtomicInteger();
  private final AtomicInteger movesRefused = new AtomicInteger();
  private volatile TcpProxy door;

  SftpServer(Path folder) throws IOException, GeneralSecurityException {
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
    server.setFileSystemFactory(new VirtualFileSystemFactory(this.folder));
    server.setSubsystemFactories(
        List.of(new SftpSubsystemFactory.Builder().withFileSystemAccessor(new Moods()).build()));
    server.start();
    door = new TcpProxy(server.getPort());
  }

  TcpProxy door() {
    return door;
  }

  Path folder(String feed) throws IOException {
    return Files.createDirectories(folder.resolve(feed));
  }

  /** The next so many attempts to open a file fail. */
  void refuseToOpen(int times) {
    opensRefused.set(times);
  }

  /** The next so many attempts to move or delete a file fail. */
  void refuseToMove(int times) {
    movesRefused.set(times);
  }

  void heal() {
    opensRefused.set(0);
    movesRefused.set(0);
    door.heal();
  }

  /** The part of a partner's file that names this server. */
  String configuration(String feed, String after) {
    return """
        sftp:
          host: 127.0.0.1
          port: %d
          hostKey: %s
          user: norrhub
          password: ${SFTP_PASSWORD}
          directory: /%s
          files: "*.csv"
          settle: 2s
          after: %s
    """
        .formatted(door.port(), PublicKeyEntry.toString(hostKey.getPublic()), feed, after);
  }

  @Override
  public void close() throws IOException {
    door.close();
    server.stop(true);
  }

  private static void maybeRefuse(AtomicInteger left, Path path) throws IOException {
    if (left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new AccessDeniedException(path.toString());
    }
  }

  private final class Moods implements SftpFileSystemAccessor {
    @Override
    public SeekableByteChannel openFile(
        SftpSubsystemProxy subsystem,
        FileHandle handle,
        Path path,
        String name,
        Set<? extends OpenOption> options,
        FileAttribute<?>... attributes)
        throws IOException {
      maybeRefuse(opensRefused, path);
      return SftpFileSystemAccessor.super.openFile(
          subsystem, handle, path, name, options, attributes);
    }

    @Override
    public void renameFile(
        SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
        throws IOException {
      maybeRefuse(movesRefused, from);
      SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory)
        throws IOException {
      maybeRefuse(movesRefused, path);
      SftpFileSystemAccessor.super.removeFile(subsystem, path, isDirectory);
    }
  }
}
