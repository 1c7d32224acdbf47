package norrhub.poll;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import norrhub.delivery.archive.TooLarge;
import norrhub.fetch.Limits;

/**
 * A mail's bytes on the hub's own disk, while its attachments are looked for. What a mail consists
 * of, IMAP servers tell too, each in its own way and some of them wrongly: read from its bytes a
 * mail is the same on every server.
 */
public final class MailCopy implements Closeable {
  private final Path file;
  private final SharedFileInputStream bytes;
  private final MimeMessage mail;

  private MailCopy(Path file) throws IOException, MessagingException {
    this.file = file;
    this.bytes = new SharedFileInputStream(file.toFile());
    this.mail = new MimeMessage(Session.getInstance(new Properties()), bytes);
  }

  /** How large a mail may be: in base64 an attachment is a third larger, and there may be two. */
  public static long most(Limits limits) {
    return 3 * limits.attachment().toBytes();
  }

  /**
   * @param name for people
   * @param most bytes that are taken of it
   * @throws TooLarge where it has more
   */
  public static MailCopy of(Message mail, String name, long most)
      throws IOException, MessagingException {
    if (mail.getSize() > most) {
      throw new TooLarge(name, most);
    }
    Path file = Files.createTempFile("norrhub-mail", ".eml");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        RawMail.write(mail, out, most + 1);
      }
      if (Files.size(file) > most) {
        throw new TooLarge(name, most);
      }
      return new MailCopy(file);
    } catch (IOException | MessagingException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  public MimeMessage mail() {
    return mail;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
    Files.deleteIfExists(file);
  }
}
