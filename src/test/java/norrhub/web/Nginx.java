package norrhub.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import norrhub.FreePort;
import org.junit.jupiter.api.Assumptions;

/**
 * nginx with the configuration that src/docs/reverse-proxy.md shows; only ports and paths differ.
 */
final class Nginx implements AutoCloseable {
  private static final Path PAGE = Path.of("src/docs/reverse-proxy.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```nginx\n(.*?)```");
  private static final String PASSWORD = "changeit";

  private final Process process;
  private final int port = FreePort.next();

  /** Skips the test where nginx is not installed. */
  Nginx(Path folder, int hub) throws Exception {
    Path program =
        Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("nginx"));
    Assumptions.assumeTrue(Files.isExecutable(program), "nginx is not installed here");
    Files.createDirectories(folder.resolve("logs"));
    certificate(folder);
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        daemon off;
        pid nginx.pid;
        error_log stderr;
        events {}
        http {
          access_log off;
          client_body_temp_path body; proxy_temp_path proxy;
          fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        """
            + configured(hub)
            + "}\n");
    process =
        new ProcessBuilder(
                program.toString(), "-p", folder.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("logs/nginx.log").toFile())
            .start();
  }

  int port() {
    return port;
  }

  /** What the page says, for this machine. */
  private String configured(int hub) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    if (!block.find()) {
      throw new AssertionError(PAGE + " shows no configuration of nginx");
    }
    return block
        .group(1)
        .replaceAll("listen (\\[::]:)?80;", "listen 127.0.0.1:" + FreePort.next() + ";")
        .replaceAll("listen \\[::]:443 .*;", "")
        .replace("listen 443 ", "listen 127.0.0.1:" + port + " ")
        .replace("127.0.0.1:8080", "127.0.0.1:" + hub)
        .replaceAll("ssl_certificate .*;", "ssl_certificate certificate.pem;")
        .replaceAll("ssl_certificate_key .*;", "ssl_certificate_key key.pem;");
  }

  private static void certificate(Path folder) throws Exception {
    Path store = folder.resolve("store.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "proxy",
            "-keyalg",
            "EC",
            "-dname",
            "CN=jobs.example.org",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD);
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new AssertionError("keytool makes no key");
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    pem(
        folder.resolve("certificate.pem"),
        "CERTIFICATE",
        keys.getCertificate("proxy").getEncoded());
    pem(
        folder.resolve("key.pem"),
        "PRIVATE KEY",
        keys.getKey("proxy", PASSWORD.toCharArray()).getEncoded());
  }

  private static void pem(Path file, String kind, byte[] content) throws IOException {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
