package norrhub.poll;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of a mail with its head, for formats that read the mail's own text. */
public final class RawMail {
  private RawMail() {}

  /**
   * @param most bytes that are taken; of a larger mail there is one more, so that it is seen
   */
  public static InputStream open(Message mail, long most) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(mail, bytes, most + 1);
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** Writes its first bytes; a disk of ours that fails is no fault of the mail's. */
  static void write(Message mail, OutputStream out, long most) throws IOException {
    Capped capped = new Capped(out, most);
    try {
      mail.writeTo(capped);
    } catch (MessagingException | IOException | RuntimeException e) {
      throw capped.failure().orElseGet(() -> UnreadableMail.unlessDisconnected(e));
    }
  }

  /** Lets so many bytes through and drops the rest. */
  private static final class Capped extends FilterOutputStream {
    private long left;
    private @Nullable IOException failure;

    Capped(OutputStream out, long left) {
      super(out);
      this.left = left;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int taken = (int) Math.min(length, left);
      try {
        out.write(bytes, offset, taken);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
      left -= taken;
    }

    Optional<IOException> failure() {
      return Optional.ofNullable(failure);
    }
  }
}
