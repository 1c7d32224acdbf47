package norrhub.ingest;

import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** What can be found about a delivery before anybody opens it. */
@Component
final class DeliveryNotices implements RaisesNotices {
  static final NoticeKind INCOMPLETE =
      new NoticeKind(
          "delivery-incomplete",
          Severity.WARNING,
          "The delivery did not come whole: {value}. What came is taken, and nothing is withdrawn"
              + " because of it; the hub asks for all of it again. If this stays, tell the partner.",
          "Leveransen kom inte hel: {value}. Det som kom används, och inget avpubliceras på grund av"
              + " den; hubben hämtar allt på nytt. Om det fortsätter, säg till partnern.");

  static final NoticeKind OVER_TIME =
      new NoticeKind(
          "delivery-over-time",
          Severity.ERROR,
          "Reading the delivery took too long ({value}), so the rest of it was not read and nothing"
              + " is withdrawn. Check the export for records of an unusual size or shape.",
          "Det tog för lång tid att läsa leveransen ({value}), så resten av den har inte lästs och"
              + " inget avpubliceras. Kontrollera om exporten har poster av ovanlig storlek eller"
              + " form.");

  static final NoticeKind ERASED =
      new NoticeKind(
          "delivery-erased",
          Severity.WARNING,
          "The bytes of [{field}] were erased from the archive, so they are not read again. The next"
              + " poll brings them anew; of a file, send it again.",
          "Innehållet i [{field}] har raderats ur arkivet och kan inte läsas på nytt. Nästa hämtning"
              + " ger det igen; skicka en fil på nytt.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(INCOMPLETE, OVER_TIME, ERASED);
  }
}
