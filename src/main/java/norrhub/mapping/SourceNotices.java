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
              + " published. The hub's admin maps it, or names it under ignore in format.yaml.",
          "Systemet skickar ett fält som formatet inte känner: {value}. Inget i det publiceras."
              + " Hubbens administratör mappar det eller anger det under ignore i format.yaml.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(UNKNOWN_FIELD);
  }
}
