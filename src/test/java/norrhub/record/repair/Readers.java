package norrhub.record.repair;

import java.util.List;
import norrhub.record.RecordReader;
import norrhub.record.html.HtmlReader;
import norrhub.record.json.JsonLinesReader;
import norrhub.record.json.JsonReader;
import norrhub.record.mail.MailReader;
import norrhub.record.table.TableReader;
import norrhub.record.xml.XmlReader;

/** The hub's readers, for tests of other packages. */
public final class Readers {
  private Readers() {}

  public static List<RecordReader<?>> all() {
    return List.of(
        new XmlReader(),
        new JsonReader(),
        new JsonLinesReader(),
        new HtmlReader(),
        new TableReader(),
        new MailReader());
  }

  public static List<Repair> repairs() {
    return List.of(
        new NamelessElements(),
        new BareAmpersands(),
        new ControlCharacters(),
        new DeclaredCharset(),
        new JavaScriptLiterals());
  }
}
