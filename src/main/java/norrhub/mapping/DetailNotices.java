package norrhub.mapping;

import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** Why a record of a list is not taken without its detail; it counts as present all the same. */
@Component
public final class DetailNotices implements RaisesNotices {
  public static final NoticeKind NO_ADDRESS =
      new NoticeKind(
          "detail-without-address",
          Severity.ERROR,
          "The record lacks {value}, which the address of its detail is made of, so only half of it is"
              + " known. What was published of it stays as it was.",
          "Posten saknar {value}, som adressen till dess detaljer byggs av, så bara hälften är känd."
              + " Det som publicerats av den står kvar som det var.");
  public static final NoticeKind REFUSED =
      new NoticeKind(
          "detail-refused",
          Severity.ERROR,
          "The list names this vacancy, but the server gives no detail of it: {value}. What was"
              + " published of it stays as it was; the next polls ask again.",
          "Listan nämner annonsen, men servern lämnar inga detaljer om den: {value}. Det som"
              + " publicerats av den står kvar som det var; kommande hämtningar frågar igen.");
  public static final NoticeKind WAITS =
      new NoticeKind(
          "detail-waits",
          Severity.INFO,
          "The detail of this vacancy has not been asked for yet: the poll was cut short. The next"
              + " ones go on where it stopped; nothing is to be done.",
          "Detaljerna om annonsen har inte hämtats än: hämtningen avbröts. Kommande hämtningar"
              + " fortsätter där den slutade; inget behöver göras.");
  public static final NoticeKind UNREADABLE =
      new NoticeKind(
          "detail-unreadable",
          Severity.ERROR,
          "The detail of this vacancy cannot be read: {value} What was published of it stays as it"
              + " was.",
          "Detaljerna om annonsen kan inte läsas: {value} Det som publicerats av den står kvar som"
              + " det var.");
  static final NoticeKind NOT_ONE_RECORD =
      new NoticeKind(
          "detail-not-one-record",
          Severity.ERROR,
          "The answer for one vacancy holds {value}. Check the address of the detail requests in the"
              + " partner's file.",
          "Svaret för en annons innehåller {value}. Kontrollera adressen för detaljfrågorna i"
              + " partnerns fil.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NO_ADDRESS, REFUSED, WAITS, UNREADABLE, NOT_ONE_RECORD);
  }
}
