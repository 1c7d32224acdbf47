package norrhub.route;

import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** Why a mail is no delivery. */
@Component
class MailNotices implements RaisesNotices {
  static final NoticeKind UNKNOWN_SENDER =
      new NoticeKind(
          "unknown-sender",
          Severity.WARNING,
          "The mail [{field}] is not read: {value} is not among the feed's senders. If it should be,"
              + " add the address to the partner's file and move the mail back",
          "Mejlet [{field}] läses inte: {value} finns inte bland flödets avsändare. Om den borde det,"
              + " lägg till adressen i partnerns fil och flytta tillbaka mejlet");
  static final NoticeKind UNPROVEN_SENDER =
      new NoticeKind(
          "unproven-sender",
          Severity.WARNING,
          "The mail [{field}] is not read: our mail server did not find that it comes from {value}."
              + " Sign mails by DKIM or send them through the domain's own servers, so that DMARC"
              + " passes, and send it again",
          "Mejlet [{field}] läses inte: vår mejlserver kunde inte styrka att det kommer från {value}."
              + " Signera mejlen med DKIM eller skicka dem via domänens egna servrar, så att DMARC"
              + " godkänner dem, och skicka det igen");
  static final NoticeKind AUTOMATIC_REPLY =
      new NoticeKind(
          "automatic-reply",
          Severity.INFO,
          "The mail [{field}] is an automatic reply or a bounce ({value}); nothing is to be done",
          "Mejlet [{field}] är ett automatiskt svar eller en studs ({value}); inget behöver göras");
  static final NoticeKind NO_VACANCY_FILE =
      new NoticeKind(
          "no-vacancy-file",
          Severity.WARNING,
          "The mail [{field}] has no attachment that we read ({value}). Attach vacancies as XML, JSON"
              + " or CSV",
          "Mejlet [{field}] har ingen bilaga som vi läser ({value}). Bifoga annonserna som XML, JSON"
              + " eller CSV");
  static final NoticeKind UNREADABLE_MAIL =
      new NoticeKind(
          "unreadable-mail",
          Severity.WARNING,
          "The mail [{field}] cannot be read and is set aside: {value}. Send it again, the vacancies"
              + " as one plain attachment",
          "Mejlet [{field}] kan inte läsas och läggs åt sidan: {value}. Skicka det igen, med annonserna"
              + " som en enkel bilaga");
  static final NoticeKind ATTACHMENT_TOO_LARGE =
      new NoticeKind(
          "attachment-too-large",
          Severity.WARNING,
          "The mail [{field}] is set aside: {value}. Split the attachment, or deliver by SFTP",
          "Mejlet [{field}] läggs åt sidan: {value}. Dela upp bilagan, eller leverera via SFTP");

  @Override
  public List<NoticeKind> notices() {
    return List.of(
        UNKNOWN_SENDER,
        UNPROVEN_SENDER,
        AUTOMATIC_REPLY,
        NO_VACANCY_FILE,
        UNREADABLE_MAIL,
        ATTACHMENT_TOO_LARGE);
  }
}
