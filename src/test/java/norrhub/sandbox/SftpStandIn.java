package norrhub.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * A partner's SFTP server. The hub logs in with a password; the partner's own people, who are
 * whoever sits at the keyboard, with a key. Both see the same folder.
 */
public final class SftpStandIn implements AutoCloseable {
  public static final String HUB = "norrhub";
  public static final String PASSWORD = "Lule älv & 30 % fall";

  private final SshServer server = SshServer.setUpDefaultServer();
  private final KeyPair hostKey;
  private final Path clientKey;
  private final Path knownHosts;

  /**
   * @param folder what the server shows
   * @param keys where its own key stays between starts, and where a client finds what it needs
   * @param partner the account for people
   */
  public SftpStandIn(Path folder, Path keys, String partner, int port)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    Files.createDirectories(keys);
    this.clientKey = keys.resolve("client_key");
    this.knownHosts = keys.resolve("known_hosts");
    this.hostKey = hostKey(keys.resolve("host_key"));
    PublicKey client = writeClientKey();

    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals(HUB) && password.equals(PASSWORD));
    server.setPublickeyAuthenticator(
        (user, key, session) -> user.equals(partner) && KeyUtils.compareKeys(key, client));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder.toAbsolutePath()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.start();
    Files.writeString(knownHosts, "[127.0.0.1]:%d %s%n".formatted(port(), hostKey()));
  }

  public int port() {
    return server.getPort();
  }

  /** As a partner file's {@code hostKey} takes it. */
  public String hostKey() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  public Path clientKey() {
    return clientKey;
  }

  public Path knownHosts() {
    return knownHosts;
  }

  private static KeyPair hostKey(Path file) {
    var keys = new SimpleGeneratorHostKeyProvider(file);
    keys.setAlgorithm(KeyUtils.EC_ALGORITHM);
    keys.setKeySize(256);
    return keys.loadKeys(null).iterator().next();
  }

  /** A new one at each start: ssh insists that nobody else may read it. */
  private PublicKey writeClientKey() throws IOException, GeneralSecurityException {
    KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    Files.deleteIfExists(clientKey);
    Files.createFile(
        clientKey,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(clientKey)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "sandbox", null, out);
    }
    return key.getPublic();
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
