package norrhub.record.repair;

import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/**
 * Writes a space for characters that XML forbids, plain or as a number: what people paste from a
 * word processor holds vertical tabs, what a database cut holds half characters.
 */
@Component
final class ControlCharacters implements Repair {
  private static final NoticeKind CONTROL =
      new NoticeKind(
          "repaired-control-character",
          Severity.INFO,
          "The XML holds control characters, which it must not, and spaces were written for them"
              + " ({value}). They often come with text that was pasted.",
          "XML-filen innehåller styrtecken, vilket inte är tillåtet, och de har ersatts med"
              + " mellanslag ({value}). De kommer ofta med inklistrad text.");

  private static final Pattern NUMBER =
      Pattern.compile("#(?:x(?<hex>[0-9a-fA-F]{1,6})|(?<decimal>[0-9]{1,7}))");

  @Override
  public String name() {
    return "control-characters";
  }

  @Override
  public NoticeKind notice() {
    return CONTROL;
  }

  @Override
  public RepairingInputStream repair(InputStream bytes) {
    return new XmlRepair(bytes) {
      @Override
      protected void take(int one) {
        if (isForbidden(one)) {
          repaired();
          super.take(' ');
        } else {
          super.take(one);
        }
      }

      @Override
      void reference(String name, boolean closed) {
        if (closed && isForbidden(name)) {
          repaired();
          put(' ');
        } else {
          super.reference(name, closed);
        }
      }
    };
  }

  private static boolean isForbidden(String name) {
    Matcher number = NUMBER.matcher(name);
    if (!number.matches()) {
      return false;
    }
    String hex = number.group("hex");
    return isForbidden(
        hex == null ? Integer.parseInt(number.group("decimal")) : Integer.parseInt(hex, 16));
  }

  private static boolean isForbidden(int c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r'
        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
        || c == 0xfffe
        || c == 0xffff;
  }
}
