package norrhub.poll;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.fetch.AttachmentKind;
import norrhub.notice.Printable;
import norrhub.record.mail.LenientMail;
import norrhub.record.mail.TransferEncoding;

/**
 * The attachments of a mail, however it is built.
 *
 * @param vacancies those that can hold vacancies
 * @param others what else is attached, each by its name and what it is
 * @param onlyEmpty whether all that is attached is empty
 */
public record Attachments(List<Attachment> vacancies, List<String> others, boolean onlyEmpty) {
  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 100;

  static {
    LenientMail.enable();
  }

  public Attachments {
    vacancies = List.copyOf(vacancies);
    others = List.copyOf(others);
  }

  public static Attachments of(Part mail) throws MessagingException, IOException {
    Walk walk = new Walk();
    walk.into(mail, 1);
    return new Attachments(
        walk.vacancies, walk.others, walk.empty > 0 && walk.empty == walk.others.size());
  }

  private static final class Walk {
    private final List<Attachment> vacancies = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private int parts;
    private int empty;

    private void into(Part part, int depth) throws MessagingException, IOException {
      if (depth > DEEPEST || ++parts > MOST_PARTS) {
        throw new MessagingException(
            "it is nested more than %d deep or has more than %d parts"
                .formatted(DEEPEST, MOST_PARTS));
      }
      if (part.isMimeType("multipart/*")) {
        if (!(part.getContent() instanceof Multipart several)) {
          throw new MessagingException("its parts cannot be told apart");
        }
        for (int i = 0; i < several.getCount(); i++) {
          into(several.getBodyPart(i), depth + 1);
        }
      } else if (part.isMimeType("message/rfc822")) {
        if (part.getContent() instanceof Part inner) {
          into(inner, depth + 1);
        } else {
          throw new MessagingException("a mail in it cannot be read");
        }
      } else if (!isText(part)) {
        Attachment attachment = new Attachment(name(part), part);
        checkEncoding(attachment);
        if (attachment.kind() != AttachmentKind.OTHER) {
          vacancies.add(attachment);
        } else {
          others.add(attachment.described());
          empty += attachment.isEmpty() ? 1 : 0;
        }
      }
    }

    /** What cannot be decoded may be the vacancies; pictures are not. */
    private static void checkEncoding(Attachment attachment) throws MessagingException {
      Optional<String> unknown = TransferEncoding.unknownOf(attachment.part());
      if (unknown.isPresent() && !attachment.part().isMimeType("image/*")) {
        throw new MessagingException(
            "the Content-Transfer-Encoding of %s is `%s`, which nobody knows; base64 or quoted-printable are"
                .formatted(attachment.name(), Printable.line(unknown.get())));
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
          : Printable.line(MimeUtility.decodeText(name).strip());
    }
  }
}
