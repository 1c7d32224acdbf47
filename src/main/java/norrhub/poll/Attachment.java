package norrhub.poll;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import norrhub.fetch.AttachmentKind;

/**
 * A part of a mail that is not its text.
 *
 * @param name what the sender's program called it; shown, never used as a path
 */
public record Attachment(String name, Part part) {

  AttachmentKind kind() throws MessagingException, IOException {
    try (InputStream in = content()) {
      return AttachmentKind.of(in.readNBytes(AttachmentKind.HEAD));
    }
  }

  /** Its name and what it really is, for a mail of which nothing can be taken. */
  String described() throws MessagingException, IOException {
    try (InputStream in = content()) {
      return "%s (%s)"
          .formatted(name, AttachmentKind.described(in.readNBytes(AttachmentKind.HEAD)));
    }
  }

  boolean isEmpty() throws MessagingException, IOException {
    try (InputStream in = content()) {
      return in.read() < 0;
    }
  }

  public InputStream content() throws MessagingException, IOException {
    return new BufferedInputStream(part.getInputStream());
  }
}
