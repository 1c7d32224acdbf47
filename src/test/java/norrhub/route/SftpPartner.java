package norrhub.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** A partner's SFTP server, a real one, that can be made to misbehave. */
final class SftpPartner implements AutoCloseable {
  static final String PASSWORD = "s3cr&t+%)#";

  private final Path folder;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey;
  private final AtomicInteger passwordsAsked = new AtomicInteger();
  private final AtomicReference<UnaryOperator<String>> names =
      new AtomicReference<>(UnaryOperator.identity());
  private final AtomicReference<Optional<PublicKey>> login =
      new AtomicReference<>(Optional.empty());

  SftpPartner(Path folder) {
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
  int passwordsAsked() {
    return passwordsAsked.get();
  }

  int port() {
    return server.getPort();
  }

  String hostKey() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  /** From now on this key may log in. */
  void lets(PublicKey key) {
    login.set(Optional.of(key));
  }

  /** From now on, listings show names as this makes them. */
  void shows(UnaryOperator<String> change) {
    names.set(change);
  }

  Path put(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** All files below the folder, as paths relative to it. */
  List<String> files() {
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
    public void putRemoteFileName(
        SftpSubsystemProxy subsystem, Path path, Buffer buffer, String name, boolean shortName)
        throws IOException {
      String shown = shortName ? names.get().apply(name) : name;
      SftpFileSystemAccessor.super.putRemoteFileName(subsystem, path, buffer, shown, shortName);
    }
  }
}
