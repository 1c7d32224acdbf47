package norrhub.sandbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A partner that mails, to an address of the hub's that is its own. */
final class MailPartner implements StandIn {
  private final StandInFile.Mail habits;
  private final MailStandIn server;
  private final String address;

  MailPartner(StandInFile file, MailStandIn server) {
    this.habits = file.mail().orElseThrow();
    this.server = server;
    this.address = file.id() + "@norrhub.example";
    server.open(file.id(), address);
  }

  @Override
  public Map<String, String> facts() {
    return Map.of(
        "imapPort",
        String.valueOf(server.imapPort()),
        "mailServer",
        MailStandIn.NAME,
        "password",
        MailStandIn.PASSWORD);
  }

  @Override
  public void begin(Path vacancies) throws IOException, MessagingException {
    server.send(
        habits.from(),
        address,
        habits.subject(),
        habits.attachment(),
        Files.readAllBytes(vacancies));
  }

  @Override
  public String hint(Path vacancies) {
    return "curl smtp://127.0.0.1:%d --mail-from %s --mail-rcpt %s -H 'From: %s' -H 'Subject: %s' -F '=Hej!' -F 'file=@%s;type=application/octet-stream'"
        .formatted(
            server.smtpPort(),
            habits.from(),
            address,
            habits.from(),
            habits.subject(),
            Greeting.typed(vacancies));
  }

  /** The mail server is the hub's own, and closed with it. */
  @Override
  public void close() {}
}
