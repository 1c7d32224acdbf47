package norrhub.sandbox;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The hub's own mail server: partners mail to it, the hub reads its accounts by IMAP. */
public final class MailStandIn implements AutoCloseable {
  /** As it calls itself in the header Authentication-Results. */
  public static final String NAME = "mx.norrhub.example";

  public static final String PASSWORD = "Boliden#1924";

  private final GreenMail server;

  public MailStandIn(int imapPort, int smtpPort) {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
              new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
            });
    server.start();
    MessageDeliveryHandler delivery = server.getUserManager().getMessageDeliveryHandler();
    server
        .getUserManager()
        .setMessageDeliveryHandler(
            (mail, to) -> {
              stamp(mail.getMessage(), mail.getReturnPath().getEmail());
              return delivery.handle(mail, to);
            });
  }

  /**
   * What a mail server of ours writes above what it got: whether the mail is from whom it says. It
   * takes out what others wrote there in its name.
   *
   * <p>Here a mail is, when it was sent in the name of the same domain; there is no DNS to ask.
   */
  private static void stamp(MimeMessage mail, String sentBy) throws MessagingException {
    Address[] from = mail.getFrom();
    String domain =
        from != null && from.length == 1 ? from[0].toString().replaceAll(".*@|>.*", "") : "";
    mail.setHeader(
        "Authentication-Results",
        "%s; dmarc=%s header.from=%s"
            .formatted(NAME, sentBy.endsWith("@" + domain) ? "pass" : "fail", domain));
  }

  /**
   * Opens an account.
   *
   * @param account what the hub logs in as
   * @param address of that account
   */
  public void open(String account, String address) {
    server.setUser(address, account, PASSWORD);
  }

  /**
   * Puts a mail into an account as it is, byte by byte.
   *
   * @return false where the server in here cannot cope with it, which real ones can
   */
  public boolean put(String account, InputStream mail) {
    try {
      server.getUserManager().getUser(account).deliver(new MimeMessage(null, mail));
      return true;
    } catch (MessagingException | RuntimeException e) {
      return false;
    }
  }

  /** How many mails are in a folder of an account; none where there is no such folder. */
  public int count(String account, String folder) {
    GreenMailUser user = server.getUserManager().getUser(account);
    MailFolder found = server.getManagers().getImapHostManager().getFolder(user, folder);
    return found == null ? 0 : found.getNonDeletedMessages().size();
  }

  public int imapPort() {
    return server.getImap().getPort();
  }

  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  /** Mails one file, as a mail program does. */
  public void send(String from, String to, String subject, String file, byte[] content)
      throws MessagingException {
    Properties smtp = new Properties();
    smtp.setProperty("mail.smtp.host", "127.0.0.1");
    smtp.setProperty("mail.smtp.port", String.valueOf(smtpPort()));
    MimeBodyPart words = new MimeBodyPart();
    words.setText("Hej! Här kommer veckans lista.", StandardCharsets.UTF_8.name());
    MimeBodyPart attachment = new MimeBodyPart();
    attachment.setDataHandler(
        new DataHandler(new ByteArrayDataSource(content, "application/octet-stream")));
    attachment.setFileName(file);
    MimeMessage mail = new MimeMessage(Session.getInstance(smtp));
    mail.setFrom(new InternetAddress(from));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject, StandardCharsets.UTF_8.name());
    mail.setContent(new MimeMultipart(words, attachment));
    Transport.send(mail);
  }

  @Override
  public void close() {
    server.stop();
  }
}
