package norrhub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A CA of one's own, and certificates of servers that it signs: made by Java's keytool. */
public final class TestCa {
  public static final String PASSWORD = "changeit";

  private final Path folder;
  private int made;

  public TestCa(Path folder) {
    this.folder = folder;
    keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Bolagets CA", "-ext", "bc:c");
  }

  /** What clients are given, as PEM. */
  public String certificate() {
    return keytool("-exportcert", "-alias", "ca", "-rfc");
  }

  public SslBundle bundle() {
    return SslBundle.of(
        new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(certificate())));
  }

  /**
   * A key store with the key and certificate of a server.
   *
   * @param start such as {@code -1H}, from when it is valid, for a day
   */
  public Path server(String host, String start) throws IOException {
    String alias = "server" + made++;
    keytool("-genkeypair", "-alias", alias, "-dname", "CN=" + host);
    Path request = folder.resolve(alias + ".csr");
    Path signed = folder.resolve(alias + ".pem");
    Files.writeString(request, keytool("-certreq", "-alias", alias));
    Files.writeString(
        signed,
        keytool(
            "-gencert",
            "-alias",
            "ca",
            "-infile",
            request.toString(),
            "-rfc",
            "-startdate",
            start,
            "-validity",
            "1",
            "-ext",
            "san=dns:" + host));
    keytool("-importcert", "-alias", alias, "-file", signed.toString(), "-noprompt");
    Path store = folder.resolve(alias + ".p12");
    keytool(
        "-importkeystore",
        "-srckeystore",
        all().toString(),
        "-srcstorepass",
        PASSWORD,
        "-destkeystore",
        store.toString(),
        "-deststorepass",
        PASSWORD,
        "-srcalias",
        alias,
        "-destalias",
        "server");
    return store;
  }

  private Path all() {
    return folder.resolve("ca.p12");
  }

  private String keytool(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    if (!arguments[0].equals("-importkeystore")) {
      command.addAll(List.of("-keystore", all().toString(), "-storepass", PASSWORD));
    }
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }
    try {
      Process process =
          new ProcessBuilder(command).redirectError(folder.resolve("err").toFile()).start();
      String out = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + out);
      }
      return out;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
