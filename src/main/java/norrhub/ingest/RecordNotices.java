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
  public static final NoticeKind KEY_TOO_LONG =
      new NoticeKind(
          "record-key-too-long",
          Severity.ERROR,
          "The key {value} has more than 500 characters, so the record is rejected. Check which field"
              + " is sent as the key.",
          "Id {value} är längre än 500 tecken, så posten avvisas. Kontrollera vilket fält som skickas"
              + " som id.");
  static final NoticeKind KEY_CASE =
      new NoticeKind(
          "record-key-case",
          Severity.WARNING,
          "The key {value} differs from another key of this delivery only in upper and lower case;"
              + " both are taken, as two vacancies. If they are one, send its key in one spelling.",
          "Id {value} skiljer sig från ett annat id i leveransen bara i stora och små bokstäver; båda"
              + " tas in, som två annonser. Om de är samma annons, skicka dess id med en stavning.");
  public static final NoticeKind NOT_MAPPED =
      new NoticeKind(
          "record-not-mapped",
          Severity.ERROR,
          "The format's mapping stumbled over this record: {value}. The hub's admin has to look.",
          "Formatets mappning klarade inte posten: {value}. Hubbens administratör behöver titta.");
  static final NoticeKind SUPPRESSED =
      new NoticeKind(
          "record-suppressed",
          Severity.INFO,
          "The vacancy {value} was erased at somebody's request and is not taken in again. Remove the"
              + " person's data from the record in your system.",
          "Annonsen {value} har raderats på begäran och tas inte in igen. Ta bort personuppgifterna"
              + " ur posten i ert system.");

  static final NoticeKind REMOVAL_OF_UNKNOWN =
      new NoticeKind(
          "removal-of-unknown",
          Severity.INFO,
          "The record takes back a vacancy that was not offered; nothing is to be done.",
          "Posten drar tillbaka en annons som inte var publicerad; inget behöver göras.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(
        NO_KEY, SAME_KEY, KEY_TOO_LONG, KEY_CASE, SUPPRESSED, NOT_MAPPED, REMOVAL_OF_UNKNOWN);
  }
}
