package norrhub.route;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import norrhub.FreePort;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.awaitility.Awaitility;

/** This machine's own OpenSSH server, which shuts nobody up in a folder. */
final class OpenSsh implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/sshd"), Path.of("/usr/local/sbin/sshd"));

  private final KeyPair hostKey;
  private final KeyPair clientKey;
  private final int port;
  private final Process server;

  static boolean isInstalled() {
    return PLACES.stream().anyMatch(Files::isExecutable);
  }

  /**
   * @param login the folder in which a login ends
   */
  OpenSsh(Path folder, Path login) throws IOException, GeneralSecurityException {
    hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    clientKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    port = FreePort.next();
    if (user().equals("root")) {
      // Where a package's own start would have made it.
      Files.createDirectories(Path.of("/run/sshd"));
    }
    Path keyFile = folder.resolve("host_key");
    Files.createFile(
        keyFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(keyFile)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(hostKey, "test", null, out);
    }
    Path allowed =
        Files.writeString(
            folder.resolve("authorized_keys"),
            PublicKeyEntry.toString(clientKey.getPublic()) + "\n");
    Path settings =
        Files.writeString(
            folder.resolve("sshd_config"),
            """
            Port %d
            ListenAddress 127.0.0.1
            HostKey %s
            PidFile none
            AuthorizedKeysFile %s
            StrictModes no
            UsePAM no
            PermitRootLogin yes
            PasswordAuthentication no
            Subsystem sftp internal-sftp -d %s
            """
                .formatted(port, keyFile, allowed, login));
    Path binary = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    server =
        new ProcessBuilder(binary.toString(), "-D", "-e", "-f", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::answers);
  }

  int port() {
    return port;
  }

  String user() {
    return System.getProperty("user.name");
  }

  String hostKey() {
    return PublicKeyEntry.toString(hostKey.getPublic());
  }

  /** As a partner file's {@code privateKey} takes it. */
  String clientKey() throws IOException, GeneralSecurityException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(clientKey, "test", null, text);
    return text.toString(StandardCharsets.UTF_8);
  }

  private boolean answers() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
  }
}
