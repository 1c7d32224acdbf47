package norrhub.record.repair;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.InputStream;
import java.util.regex.Pattern;
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

  private static final Pattern SINGLE_BYTE =
      Pattern.compile("<\\?xml[^>]{0,100}\\sencoding\\s*=\\s*[\"'](?i)(?!utf)");

  @Override
  public String name() {
    return "declared-charset";
  }

  @Override
  public NoticeKind notice() {
    return CHARSET;
  }

  /** Every byte is a character of ISO-8859-1, so that no reader stumbles over the wrong ones. */
  @Override
  public boolean isNeeded(byte[] start) {
    return SINGLE_BYTE.matcher(new String(start, ISO_8859_1)).find();
  }

  @Override
  public RepairingInputStream repair(InputStream bytes) {
    return new CharsetRepair(bytes);
  }
}
