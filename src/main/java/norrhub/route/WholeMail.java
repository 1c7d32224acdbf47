package norrhub.route;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bytes of a mail with its head, for formats that read the mail's own text. */
final class WholeMail {
  private WholeMail() {}

  /**
   * @param most bytes that are taken; of a larger mail there is one more, so that it is seen
   */
  static InputStream open(Message mail, long most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      mail.writeTo(new Capped(bytes, most + 1));
    } catch (MessagingException | IOException | RuntimeException e) {
      throw UnreadableMail.unlessDisconnected(e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** Lets so many bytes through and drops the rest. */
  private static final class Capped extends FilterOutputStream {
    private long left;

    Capped(OutputStream out, long left) {
      super(out);
      this.left = left;
    }

    @Override
    public void write(int one) throws IOException {
      if (left > 0) {
        out.write(one);
        left--;
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int taken = (int) Math.min(length, left);
      out.write(bytes, offset, taken);
      left -= taken;
    }
  }
}
