package norrhub.poll;

import java.util.List;
import java.util.stream.Collectors;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** Why a mail is no delivery. */
@Component
public class MailNotices implements RaisesNotices {
  public static final NoticeKind UNKNOWN_SENDER =
      new NoticeKind(
          "unknown-sender",
          Severity.WARNING,
          "The mail [{field}] is not read: its sender {value} is not among the feed's senders. If it"
              + " should be, add the address to the partner's file and move the mail back",
          "Mejlet [{field}] läses inte: avsändaren {value} finns inte bland flödets avsändare. Om den"
              + " borde det, lägg till adressen i partnerns fil och flytta tillbaka mejlet");
  public static final NoticeKind NO_SINGLE_SENDER =
      new NoticeKind(
          "no-single-sender",
          Severity.WARNING,
          "The mail [{field}] is not read: its From names no single sender ({value}). Send it from"
              + " one of the feed's senders alone",
          "Mejlet [{field}] läses inte: dess From anger inte en enda avsändare ({value}). Skicka det"
              + " från bara en av flödets avsändare");
  public static final NoticeKind UNPROVEN_SENDER =
      new NoticeKind(
          "unproven-sender",
          Severity.WARNING,
          "The mail [{field}] is not read: the hub's mail server did not find that it comes from"
              + " {value}. Sign mails by DKIM or send them through the domain's own servers, so that"
              + " DMARC passes, and send it again",
          "Mejlet [{field}] läses inte: hubbens mejlserver kunde inte styrka att det kommer från"
              + " {value}. Signera mejlen med DKIM eller skicka dem via domänens egna servrar, så att"
              + " DMARC godkänner dem, och skicka det igen");
  public static final NoticeKind AUTOMATIC_REPLY =
      new NoticeKind(
          "automatic-reply",
          Severity.INFO,
          "The mail [{field}] is an automatic reply or a bounce from {value}; nothing is to be done",
          "Mejlet [{field}] är ett automatiskt svar eller en studs från {value}; inget behöver göras");
  static final NoticeKind NOTHING_ATTACHED =
      new NoticeKind(
          "nothing-attached",
          Severity.WARNING,
          "The mail [{field}] has no attachment. Attach the vacancies as an Excel workbook (XLSX),"
              + " CSV, XML or JSON",
          "Mejlet [{field}] har ingen bilaga. Bifoga annonserna som Excel-arbetsbok (XLSX), CSV, XML"
              + " eller JSON");
  static final NoticeKind ATTACHMENT_EMPTY =
      new NoticeKind(
          "attachment-empty",
          Severity.WARNING,
          "What is attached to the mail [{field}] is empty: {value}. Export the vacancies again, look"
              + " into the file, and send it once more",
          "Bilagan i mejlet [{field}] är tom: {value}. Exportera annonserna på nytt, kontrollera att"
              + " filen har innehåll och skicka den igen");
  static final NoticeKind NO_VACANCY_FILE =
      new NoticeKind(
          "no-vacancy-file",
          Severity.WARNING,
          "Nothing that is attached to the mail [{field}] is a file of vacancies: {value}. Attach them"
              + " as an Excel workbook (XLSX), CSV, XML or JSON",
          "Ingen bilaga i mejlet [{field}] är en fil med annonser: {value}. Bifoga dem som"
              + " Excel-arbetsbok (XLSX), CSV, XML eller JSON");
  public static final NoticeKind UNREADABLE_MAIL =
      new NoticeKind(
          "unreadable-mail",
          Severity.WARNING,
          "The mail [{field}] cannot be read and was skipped: {value}. Send it again, the vacancies"
              + " as one plain attachment",
          "Mejlet [{field}] kan inte läsas och har hoppats över: {value}. Skicka det igen, med annonserna"
              + " som en enkel bilaga");
  public static final NoticeKind ATTACHMENT_TOO_LARGE =
      new NoticeKind(
          "attachment-too-large",
          Severity.WARNING,
          "What the mail [{field}] brings is too large and was skipped: {value}. Split the file, or"
              + " deliver by SFTP",
          "Det som mejlet [{field}] innehåller är för stort och har hoppats över: {value}. Dela upp"
              + " filen, eller leverera via SFTP");

  private static final int MOST_NAMED = 3;

  /** Why a mail without a file of vacancies is refused. */
  public static NoticeKind nothingIn(Attachments attachments) {
    if (attachments.others().isEmpty()) {
      return NOTHING_ATTACHED;
    }
    return attachments.onlyEmpty() ? ATTACHMENT_EMPTY : NO_VACANCY_FILE;
  }

  /** The first of them, and how many more there are. */
  public static String list(List<String> attachments) {
    String named = attachments.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int more = attachments.size() - MOST_NAMED;
    return more > 0 ? named + ", +" + more : named;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(
        UNKNOWN_SENDER,
        NO_SINGLE_SENDER,
        UNPROVEN_SENDER,
        AUTOMATIC_REPLY,
        NOTHING_ATTACHED,
        ATTACHMENT_EMPTY,
        NO_VACANCY_FILE,
        UNREADABLE_MAIL,
        ATTACHMENT_TOO_LARGE);
  }
}
