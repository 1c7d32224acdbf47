package norrhub.record.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import norrhub.record.TextCharset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A page's characters. What decodes as UTF-8 is UTF-8, whatever the page says; else its meta
 * element is believed, unless it says UTF-8 or nothing. Then, and where it says ISO-8859-1, it is
 * Windows-1252, as browsers read it.
 */
final class HtmlParser {
  private HtmlParser() {}

  static Document parse(byte[] bytes) throws IOException {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    Document page = Jsoup.parse(new ByteArrayInputStream(bytes), charset(bytes), "", parser);
    return TextCharset.isUtf8(bytes) || !Set.of(UTF_8, ISO_8859_1).contains(page.charset())
        ? page
        : Jsoup.parse(new ByteArrayInputStream(bytes), TextCharset.WINDOWS_1252.name(), "", parser);
  }

  /** Null lets the page's own declaration speak. */
  private static @Nullable String charset(byte[] bytes) {
    return !TextCharset.isUtf16(bytes) && TextCharset.isUtf8(bytes) ? UTF_8.name() : null;
  }
}
