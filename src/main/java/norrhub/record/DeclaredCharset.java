package norrhub.record;

import java.io.InputStream;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/**
 * Reads text right that is not in the character set it declares. Systems declare ISO-8859-1 or
 * UTF-8 and send Windows-1252, or UTF-8 and one text in it that came from elsewhere.
 */
@Component
final class DeclaredCharset implements Repair {
  private static final NoticeKind CHARSET =
      new NoticeKind(
          "repaired-character-set",
          Severity.INFO,
          "The file is not in the character set that it declares ({value}). It was read as what it"
              + " is; correct the declaration or the export.",
          "Filen är inte i den teckenkodning som den anger ({value}). Den har lästs som det den är;"
              + " rätta deklarationen eller exporten.");

  @Override
  public String name() {
    return "declared-charset";
  }

  @Override
  public NoticeKind notice() {
    return CHARSET;
  }

  @Override
  public Mending mend(InputStream bytes) {
    return new CharsetMending(bytes);
  }
}
