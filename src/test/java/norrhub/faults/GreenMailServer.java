package norrhub.faults;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A mail server in this process, for machines without Dovecot and for one hub alone: while one
 * session works, it renumbers that session's mails when another one expunges some, and the hub then
 * moves the wrong mail. RFC 3501, 7.4.1, forbids that.
 */
final class GreenMailServer implements MailServer {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final TcpProxy door;

  GreenMailServer() throws IOException {
    server.start();
    door = new TcpProxy(server.getImap().getPort());
  }

  @Override
  public String name() {
    return "GreenMail";
  }

  @Override
  public TcpProxy door() {
    return door;
  }

  @Override
  public void open(String account) {
    server.setUser(address(account), account, PASSWORD);
  }

  @Override
  public void deliver(String account, String mail) throws MessagingException {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    server
        .getUserManager()
        .getUser(account)
        .deliver(new MimeMessage(null, new ByteArrayInputStream(bytes)));
  }

  @Override
  public int waiting(String account) {
    MailFolder inbox =
        server
            .getManagers()
            .getImapHostManager()
            .getFolder(server.getUserManager().getUser(account), "INBOX");
    return inbox.getNonDeletedMessages().size();
  }

  private static String address(String account) {
    return account + "@norrhub.example";
  }

  @Override
  public void close() throws IOException {
    door.close();
    server.stop();
  }
}
