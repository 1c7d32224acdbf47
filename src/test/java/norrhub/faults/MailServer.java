package norrhub.faults;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Our mail server: an account for each partner that mails. */
final class MailServer implements AutoCloseable {
  static final String PASSWORD = "Kalix#7 & fall";

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final TcpProxy door;

  MailServer() throws IOException {
    server.start();
    door = new TcpProxy(server.getImap().getPort());
  }

  TcpProxy door() {
    return door;
  }

  GreenMailUser open(String account) {
    return server.setUser(account + "@norrhub.example", account, PASSWORD);
  }

  /** Delivers a mail byte for byte. */
  static void deliver(GreenMailUser to, String mail) throws MessagingException {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    to.deliver(new MimeMessage(null, new ByteArrayInputStream(bytes)));
  }

  /** How many mails a folder holds; none where there is no such folder. */
  int count(GreenMailUser account, String folder) {
    MailFolder found = server.getManagers().getImapHostManager().getFolder(account, folder);
    return found == null ? 0 : found.getNonDeletedMessages().size();
  }

  @Override
  public void close() throws IOException {
    door.close();
    server.stop();
  }
}
