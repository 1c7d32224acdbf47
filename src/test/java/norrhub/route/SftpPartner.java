package norrhub.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** A partner's SFTP server, a real one, that can be made to misbehave. */
public final class SftpPartner implements AutoCloseable {
  public static final String PASSWORD = "s3cr&t+%)#";

  private final Path folder;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey;
  private final Map<String, Integer> opened = new ConcurrentHashMap<>();
  private volatile Predicate<String> closed = name -> false;
  private volatile boolean isReadOnly;
  private volatile String home = "/";
  private final AtomicInteger passwordsAsked = new AtomicInteger();
  private final AtomicReference<UnaryOperator<String>> names =
      new AtomicReference<>(UnaryOperator.identity());
  private final AtomicReference<Optional<PublicKey>> login =
      new AtomicReference<>(Optional.empty());

  public SftpPartner(Path folder) {
    this(folder, 0, newKey());
  }

  private SftpPartner(Path folder, int port, KeyPair hostKey) {
    try {
      this.folder = Files.createDirectories(folder);
      this.hostKey = hostKey;
      server.setHost("localhost");
      server.setPort(port);
      server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
      server.setPasswordAuthenticator(
          (user, password, session) -> {
            passwordsAsked.incrementAndGet();
            return password.equals(PASSWORD);
          });
      server.setPublickeyAuthenticator(
          (user, key, session) ->
              login.get().map(allowed -> KeyUtils.compareKeys(allowed, key)).orElse(false));
      server.setFileSystemFactory(new VirtualFileSystemFactory(this.folder));
      server.setSubsystemFactories(
          List.of(new SftpSubsystemFactory.Builder().withFileSystemAccessor(new Names()).build()));
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same server, up again where it was. */
  SftpPartner again(int port) {
    return new SftpPartner(folder, port, hostKey);
  }

  /** How often somebody tried a password. */
  public int passwordsAsked() {
    return passwordsAsked.get();
  }

  public int port() {
    return server.getPort();
  }

  public String hostKey() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  /** From now on this key may log in. */
  void lets(PublicKey key) {
    login.set(Optional.of(key));
  }

  /** From now on, files of these names cannot be opened. */
  public void closes(Predicate<String> names) {
    closed = names;
  }

  /** How often a file was opened, or somebody tried to. */
  public int opened(String name) {
    return opened.getOrDefault(name, 0);
  }

  /** Whether files may be read only, or moved and deleted too. */
  public void isReadOnly(boolean readOnly) {
    isReadOnly = readOnly;
  }

  /** From now on a login ends in this folder, as on a server that shuts nobody up. */
  public void logsInto(String directory) {
    try {
      Files.createDirectories(folder.resolve(directory.substring(1)));
      home = directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on, listings show names as this makes them. */
  void shows(UnaryOperator<String> change) {
    names.set(change);
  }

  public Path put(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** All files below the folder, as paths relative to it. */
  public List<String> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair newKey() {
    try {
      return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private final class Names implements SftpFileSystemAccessor {
    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String path)
        throws IOException {
      String whole =
          path.startsWith("/") || home.equals("/")
              ? path
              : path.isEmpty() ? home : home + "/" + path;
      return SftpFileSystemAccessor.super.resolveLocalFilePath(subsystem, root, whole);
    }

    @Override
    public SeekableByteChannel openFile(
        SftpSubsystemProxy subsystem,
        FileHandle handle,
        Path file,
        String handleId,
        Set<? extends OpenOption> options,
        FileAttribute<?>... attributes)
        throws IOException {
      String name = file.getFileName().toString();
      opened.merge(name, 1, Integer::sum);
      if (closed.test(name)) {
        throw new AccessDeniedException(name);
      }
      return SftpFileSystemAccessor.super.openFile(
          subsystem, handle, file, handleId, options, attributes);
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path path) throws IOException {
      denyIfReadOnly(path);
      SftpFileSystemAccessor.super.createDirectory(subsystem, path);
    }

    @Override
    public void renameFile(
        SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
        throws IOException {
      denyIfReadOnly(from);
      SftpFileSystemAccessor.super.renameFile(subsystem, from, to, options);
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory)
        throws IOException {
      denyIfReadOnly(path);
      SftpFileSystemAccessor.super.removeFile(subsystem, path, isDirectory);
    }

    private void denyIfReadOnly(Path path) throws IOException {
      if (isReadOnly) {
        throw new AccessDeniedException(path.toString());
      }
    }

    @Override
    public void putRemoteFileName(
        SftpSubsystemProxy subsystem, Path path, Buffer buffer, String name, boolean shortName)
        throws IOException {
      String shown = shortName ? names.get().apply(name) : name;
      SftpFileSystemAccessor.super.putRemoteFileName(subsystem, path, buffer, shown, shortName);
    }
  }
}
