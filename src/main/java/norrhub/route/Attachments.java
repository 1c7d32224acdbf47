package norrhub.route;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import norrhub.fetch.AttachmentKind;

/** Finds the attachments of a mail that can hold vacancies, however it is built. */
final class Attachments {
  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 100;

  private final List<Attachment> found = new ArrayList<>();
  private int parts;

  private Attachments() {}

  static List<Attachment> of(Part mail) throws MessagingException, IOException {
    Attachments walk = new Attachments();
    walk.into(mail, 1);
    return List.copyOf(walk.found);
  }

  private void into(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      throw new MessagingException(
          "it is nested more than %d deep or has more than %d parts"
              .formatted(DEEPEST, MOST_PARTS));
    }
    if (part.isMimeType("multipart/*")) {
      Multipart several = (Multipart) part.getContent();
      for (int i = 0; i < several.getCount(); i++) {
        into(several.getBodyPart(i), depth + 1);
      }
    } else if (part.isMimeType("message/rfc822")) {
      into((Part) part.getContent(), depth + 1);
    } else if (!isText(part)) {
      Attachment attachment = new Attachment(name(part), part);
      if (attachment.kind() != AttachmentKind.OTHER) {
        found.add(attachment);
      }
    }
  }

  /** What people read in the mail itself. */
  private static boolean isText(Part part) throws MessagingException {
    return part.getFileName() == null
        && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
        && (part.isMimeType("text/plain") || part.isMimeType("text/html"));
  }

  private String name(Part part) throws MessagingException, IOException {
    String name = part.getFileName();
    return name == null
        ? "attachment " + parts
        : MimeUtility.decodeText(name).replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
