package norrhub.record;

import java.util.List;

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
