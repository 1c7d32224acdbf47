package norrhub.faults;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** An IMAP server with an account for each partner that mails. */
interface MailServer extends AutoCloseable {
  String PASSWORD = "Kalix#7 & fall";

  /** For the report. */
  String name();

  /** As the hub reaches it. */
  TcpProxy door();

  void open(String account) throws IOException;

  /** Delivers a mail as it stands, with the line ends of mails. */
  void deliver(String account, String mail) throws IOException, MessagingException;

  /** How many mails wait in an account's inbox. */
  int waiting(String account) throws IOException;

  @Override
  void close() throws IOException, InterruptedException;
}
