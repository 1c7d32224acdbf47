package norrhub.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A partner whose system drops files on its FTPS server. */
final class FtpsPartner implements StandIn {
  private static final String HOST = "localhost";

  private final FtpsStandIn server;
  private final Path drop;

  FtpsPartner(Path folder, int port) throws Exception {
    this.drop = folder.resolve("drop");
    this.server = new FtpsStandIn(drop, folder.resolve("keys"), HOST, port);
  }

  @Override
  public Map<String, String> facts() {
    return Map.of(
        "host",
        HOST,
        "port",
        String.valueOf(server.port()),
        "password",
        FtpsStandIn.PASSWORD,
        "certificate",
        server.certificate().toUri().toString());
  }

  @Override
  public void begin(Path vacancies) throws IOException {
    Files.copy(
        vacancies, drop.resolve(vacancies.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String hint(Path vacancies) {
    return "curl --ssl-reqd --cacert %s -u %s:%s -T %s ftp://%s:%d/"
        .formatted(
            Greeting.typed(server.certificate()),
            FtpsStandIn.USER,
            FtpsStandIn.PASSWORD,
            Greeting.typed(vacancies),
            HOST,
            server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
