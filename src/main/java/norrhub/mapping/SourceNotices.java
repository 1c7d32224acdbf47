package norrhub.mapping;

import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** What can be found about a record while it is mapped. */
@Component
final class SourceNotices implements RaisesNotices {
  static final NoticeKind UNKNOWN_FIELD =
      NoticeKind.oncePerDelivery(
              "source-field-unknown",
              Severity.INFO,
              "The system sends a field that the format does not know: {value}. Nothing of it is"
                  + " published. If it should be, tell the hub's admin.",
              "Systemet skickar ett fält som formatet inte känner: {value}. Inget i det publiceras."
                  + " Säg till hubbens administratör om det ska publiceras.")
          .withAdminRemedy(
              "Read it in the format's mapping.jslt, or name it under ignore in its format.yaml.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(UNKNOWN_FIELD);
  }
}
