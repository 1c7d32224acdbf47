package norrhub.normalise;

import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** A rule of the hub itself fails on a record. */
@Component
final class RuleFailure implements RaisesNotices {
  static final NoticeKind KIND =
      new NoticeKind(
          "record-rule-failed",
          Severity.ERROR,
          "A rule of the hub fails on this record, so it is not published: {value}. The hub's admin"
              + " has to report it.",
          "En regel i hubben klarar inte posten, så den publiceras inte: {value}. Hubbens"
              + " administratör behöver anmäla felet.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(KIND);
  }
}
