package norrhub.record.repair;

import java.io.InputStream;
import java.util.Set;
import java.util.regex.Pattern;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.jsoup.nodes.Entities;
import org.springframework.stereotype.Component;

/**
 * Escapes ampersands that stand for themselves, as in addresses, and writes HTML's entities ({@code
 * &nbsp;}) as XML knows them. In CDATA an ampersand is right as it is.
 */
@Component
final class BareAmpersands implements Repair {
  private static final NoticeKind AMPERSAND =
      new NoticeKind(
          "repaired-bare-ampersand",
          Severity.INFO,
          "The XML holds ampersands that are not escaped, and they were escaped ({value}). Write"
              + " &amp; for & when you export.",
          "XML-filen innehåller &-tecken som inte är maskerade, och de har maskerats ({value})."
              + " Skriv &amp; för & vid export.");

  private static final Set<String> XML_KNOWS = Set.of("amp", "lt", "gt", "quot", "apos");
  private static final Pattern NUMBER = Pattern.compile("#([0-9]+|x[0-9a-fA-F]+)");

  @Override
  public String name() {
    return "bare-ampersands";
  }

  @Override
  public NoticeKind notice() {
    return AMPERSAND;
  }

  @Override
  public RepairingInputStream repair(InputStream bytes) {
    return new XmlRepair(bytes) {
      @Override
      void reference(String name, boolean closed) {
        if (closed && (XML_KNOWS.contains(name) || NUMBER.matcher(name).matches())) {
          super.reference(name, true);
          return;
        }
        repaired();
        if (closed && Entities.isNamedEntity(name)) {
          Entities.getByName(name).codePoints().forEach(c -> put("&#" + c + ";"));
        } else {
          put("&amp;" + name + (closed ? ";" : ""));
        }
      }
    };
  }
}
