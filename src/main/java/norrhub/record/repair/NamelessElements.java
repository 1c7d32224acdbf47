package norrhub.record.repair;

import java.io.InputStream;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/**
 * Gives elements without a name one: {@code <>7</>} becomes {@code <nameless>7</nameless>}.
 * SuccessFactors writes a field so that its customer has not configured.
 */
@Component
final class NamelessElements implements Repair {
  private static final NoticeKind NAMELESS =
      new NoticeKind(
          "repaired-nameless-element",
          Severity.INFO,
          "The XML holds elements without a name, which were called nameless ({value}). They are"
              + " probably fields that have not been set up.",
          "XML-filen innehåller element utan namn, som kallades nameless ({value}). Det är troligen"
              + " fält som inte har konfigurerats.");

  @Override
  public String name() {
    return "nameless-elements";
  }

  @Override
  public NoticeKind notice() {
    return NAMELESS;
  }

  @Override
  public RepairingInputStream repair(InputStream bytes) {
    return new XmlRepair(bytes) {
      @Override
      void nameless(String written) {
        boolean opens = written.equals("<>");
        put(opens ? "<nameless>" : "</nameless>");
        if (opens) {
          repaired();
        }
      }
    };
  }
}
