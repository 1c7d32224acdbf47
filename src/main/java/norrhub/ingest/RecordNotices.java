package norrhub.ingest;

import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/** What can be found about a record before anybody looks at its fields. */
@Component
public final class RecordNotices implements RaisesNotices {
  public static final NoticeKind NO_KEY =
      new NoticeKind(
          "record-without-key",
          Severity.ERROR,
          "The record has no key of its own, so it cannot be told from others. Send one that never changes.",
          "Posten saknar eget id och kan inte skiljas från andra. Skicka ett id som aldrig ändras.");
  public static final NoticeKind SAME_KEY =
      new NoticeKind(
          "record-key-twice",
          Severity.ERROR,
          "The key {value} stands in this delivery already; the first record stands, this one is left out."
              + " Give each vacancy a key of its own.",
          "Id {value} finns redan i leveransen; den första posten gäller, denna utelämnas."
              + " Ge varje annons ett eget id.");
  public static final NoticeKind NOT_MAPPED =
      new NoticeKind(
          "record-not-mapped",
          Severity.ERROR,
          "The format's mapping stumbled over this record: {value}. The hub's admin has to look.",
          "Formatets mappning klarade inte posten: {value}. Hubbens administratör behöver titta.");
  static final NoticeKind REMOVAL_OF_UNKNOWN =
      new NoticeKind(
          "removal-of-unknown",
          Severity.INFO,
          "The record takes back a vacancy that was not offered; nothing is to be done.",
          "Posten drar tillbaka en annons som inte var publicerad; inget behöver göras.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NO_KEY, SAME_KEY, NOT_MAPPED, REMOVAL_OF_UNKNOWN);
  }
}
