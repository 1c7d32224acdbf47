package norrhub.record.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.SourceLocation;
import norrhub.record.BoundedPart;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.RecordReader;
import norrhub.record.RecordStream;
import norrhub.record.UnreadablePart;
import org.springframework.stereotype.Component;

/**
 * Reads mails whose text is a vacancy, or several of them between dividing lines. A part is the
 * mail as it came, with its head (RFC 5322), or its text alone.
 */
@Component
public final class MailReader implements RecordReader<MailSettings> {
  private final Limits limits;

  public MailReader() {
    this(Limits.STANDARD);
  }

  MailReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String kind() {
    return "mail";
  }

  @Override
  public Class<MailSettings> settings() {
    return MailSettings.class;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of();
  }

  @Override
  public boolean readsWholeMails() {
    return true;
  }

  @Override
  public RecordStream open(PartFile part, MailSettings settings)
      throws UnreadablePart, IOException {
    byte[] bytes = BoundedPart.read(part, limits, "mail");
    try {
      MailText mail = MailText.of(bytes, limits);
      return new MailRecords(part, mail, new MailLabels(settings), settings, limits);
    } catch (OverLimit e) {
      throw new UnreadablePart(
          SourceLocation.of(part.name()),
          PartNotices.OVER_LIMIT.about("", String.valueOf(e.getMessage())));
    } catch (MessagingException | IOException e) {
      // The mail is in memory: an IOException is a decoder's complaint, and no disk's.
      throw new UnreadablePart(SourceLocation.of(part.name()), PartNotices.malformed(e));
    }
  }
}
