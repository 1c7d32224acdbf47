package norrhub.poll;

import jakarta.mail.MessagingException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An attachment's bytes. What fails in here is the mail's fault, not the archive's. */
public final class MailStream extends FilterInputStream {

  public MailStream(Attachment attachment) throws IOException {
    super(open(attachment));
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException | RuntimeException e) {
      throw UnreadableMail.unlessDisconnected(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (IOException | RuntimeException e) {
      throw UnreadableMail.unlessDisconnected(e);
    }
  }

  private static InputStream open(Attachment attachment) throws IOException {
    try {
      return attachment.content();
    } catch (MessagingException | IOException | RuntimeException e) {
      throw UnreadableMail.unlessDisconnected(e);
    }
  }
}
