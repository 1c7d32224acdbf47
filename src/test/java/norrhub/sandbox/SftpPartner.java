package norrhub.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Map;

/** A partner whose system writes files, which the hub fetches from its SFTP server. */
public final class SftpPartner implements StandIn {
  private final SftpStandIn server;
  private final Path drop;
  private final String account;

  SftpPartner(StandInFile file, Path folder, int port)
      throws IOException, GeneralSecurityException {
    this.drop = folder.resolve("drop");
    this.account = file.id();
    this.server = new SftpStandIn(drop, folder.resolve("keys"), account, port);
  }

  @Override
  public Map<String, String> facts() {
    return Map.of(
        "port", String.valueOf(server.port()),
        "hostKey", server.hostKey(),
        "password", SftpStandIn.PASSWORD);
  }

  @Override
  public void begin(Path vacancies) throws IOException {
    Files.copy(
        vacancies, drop.resolve(vacancies.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String hint(Path vacancies) {
    return "sftp -P %d -i %s -o UserKnownHostsFile=%s %s@127.0.0.1 <<< 'put %s'"
        .formatted(
            server.port(),
            Greeting.typed(server.clientKey()),
            Greeting.typed(server.knownHosts()),
            account,
            Greeting.typed(vacancies));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
