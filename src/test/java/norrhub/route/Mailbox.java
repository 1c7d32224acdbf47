package norrhub.route;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norrhub.partner.MailSource;
import norrhub.partner.Sources;

/** Our mailbox on a real IMAP server. Mails are put into it byte by byte, as a sender would. */
public final class Mailbox implements AutoCloseable {
  static final String PASSWORD = "m@il&+%)#";

  private final GreenMail server;
  private final GreenMailUser user;

  public Mailbox() {
    this(ServerSetup.PROTOCOL_IMAP);
  }

  /** Over TLS, with the server's certificate from a key store. */
  public Mailbox(String keyStore, String password) {
    this(settled(keyStore, password));
  }

  private Mailbox(String protocol) {
    server = new GreenMail(new ServerSetup(0, "localhost", protocol));
    server.start();
    user = server.setUser("jobs@norrhub.example", "norrhub", PASSWORD);
  }

  private static String settled(String keyStore, String password) {
    System.setProperty("greenmail.tls.keystore.file", keyStore);
    System.setProperty("greenmail.tls.keystore.password", password);
    return ServerSetup.PROTOCOL_IMAPS;
  }

  /**
   * It as the mail source of a partner who writes from asa@kraft.example.
   *
   * @param more lines of the partner's file; the same key again stands instead
   */
  public MailSource source(String... more) {
    return sourceAt("localhost", more);
  }

  MailSource sourceAt(String host, String... more) {
    boolean tls = server.getImap() == null;
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("host", host);
    lines.put("port", Integer.toString(port()));
    lines.put("tls", Boolean.toString(tls));
    lines.put("user", "norrhub");
    lines.put("password", "${PASSWORD}");
    lines.put("senders", "[asa@kraft.example]");
    for (String line : more) {
      lines.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
    }
    StringBuilder yaml = new StringBuilder();
    lines.forEach((key, value) -> yaml.append(key).append(": ").append(value).append('\n'));
    return Sources.mail(PASSWORD, yaml.toString());
  }

  int port() {
    return (server.getImap() == null ? server.getImaps() : server.getImap()).getPort();
  }

  /** A mail with one attachment. */
  public void mail(String from, String subject, String headers, String fileName, byte[] content) {
    raw(
        """
        From: %s
        To: jobs@norrhub.example
        Subject: %s
        Message-ID: <1@example.org>
        %sMIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        Hej, här kommer veckans annonser; hälsningar, Åsa
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="%s"
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(
                from, subject, headers, fileName, Base64.getMimeEncoder().encodeToString(content)));
  }

  void raw(String mail) {
    try {
      MimeMessage message =
          new MimeMessage(
              null,
              new ByteArrayInputStream(
                  mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
      user.deliver(message);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Subjects of the mails in a folder; empty where there is no such folder. */
  public List<String> subjects(String folder) {
    MailFolder found = manager().getFolder(user, folder);
    return found == null
        ? List.of()
        : found.getNonDeletedMessages().stream().map(Mailbox::subject).toList();
  }

  /** The same with the mails that are marked as deleted. */
  List<String> allSubjects(String folder) {
    return manager().getFolder(user, folder).getMessages().stream().map(Mailbox::subject).toList();
  }

  public boolean has(String folder) {
    return manager().getFolder(user, folder) != null;
  }

  private ImapHostManager manager() {
    return server.getManagers().getImapHostManager();
  }

  private static String subject(StoredMessage stored) {
    try {
      return stored.getMimeMessage().getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
