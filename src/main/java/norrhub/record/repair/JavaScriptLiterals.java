package norrhub.record.repair;

import java.io.InputStream;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.springframework.stereotype.Component;

/**
 * Makes JSON of JavaScript that assigns lists and objects, alone or in the scripts of a web page:
 * {@code a.b['jobs'] = [{id: '7',},];} becomes {@code {"a.b.jobs": [{"id": "7"}]}}. Nothing is run.
 * A script that is nothing but a list or an object becomes just that.
 */
@Component
final class JavaScriptLiterals implements Repair {
  private static final NoticeKind SCRIPT =
      new NoticeKind(
          "repaired-javascript",
          Severity.INFO,
          "The file is a script and was read as data ({value}).",
          "Filen är ett skript och har lästs som data ({value}).");

  @Override
  public String name() {
    return "javascript-literals";
  }

  @Override
  public NoticeKind notice() {
    return SCRIPT;
  }

  @Override
  public RepairingInputStream repair(InputStream bytes) {
    return new ScriptRepair(bytes);
  }
}
