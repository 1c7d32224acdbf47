package norrhub.board.document;

import java.io.IOException;
import java.io.Writer;

/** Elements with text in CDATA, as boards that read no entities want them. */
final class XmlText {
  private final Writer out;

  XmlText(Writer out) {
    this.out = out;
  }

  void element(String name, String text) throws IOException {
    out.write('<' + name + "><![CDATA[" + inCdata(text) + "]]></" + name + ">\n");
  }

  /**
   * Leaves out what XML 1.0 cannot hold, and parts what would end the section, or a job for readers
   * that cut instead of parsing, over two sections: for a parser the text is the same.
   */
  private static String inCdata(String text) {
    return text.replaceAll(
            "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "")
        .replace("]]>", "]]]]><![CDATA[>")
        .replaceAll("(?i)<(/?job)", "<]]><![CDATA[$1");
  }
}
