package norrhub.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;

/**
 * Looks at the first bytes of a part for what no reader can read, so that the partner hears "this
 * is a web page" and not a parser's complaint about line 1.
 */
public final class ContentSniffer {
  private static final int LOOKED_AT = 1024;
  private static final Pattern HTML =
      Pattern.compile("(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body)\\b.*", Pattern.DOTALL);
  private static final Map<String, String> MAGIC =
      Map.of(
          "PK\u0003\u0004", "zip or Excel (.xlsx)",
          "\u00d0\u00cf\u0011\u00e0", "old Excel or Word (or one with a password)",
          "\u001f\u008b", "gzip",
          "%PDF", "PDF");

  private ContentSniffer() {}

  public static void check(PartFile part) throws UnreadablePart, IOException {
    String start = checkPage(part);
    if (HTML.matcher(start.toLowerCase(Locale.ROOT)).matches()) {
      throw unreadable(part, PartNotices.HTML.about("", start));
    }
  }

  /** The same for a reader of web pages; gives the start. */
  static String checkPage(PartFile part) throws UnreadablePart, IOException {
    byte[] bytes;
    try (InputStream in = part.open()) {
      bytes = in.readNBytes(LOOKED_AT);
    }
    // Byte order marks and the zeros of UTF-16 fall away, so that one look serves every encoding.
    String written = new String(bytes, ISO_8859_1);
    String start = written.replaceAll("^(ï»¿|ÿþ|þÿ)|\0", "").strip();
    if (start.isEmpty() && bytes.length < LOOKED_AT) {
      throw unreadable(part, PartNotices.EMPTY.about("", ""));
    }
    for (var magic : MAGIC.entrySet()) {
      if (written.startsWith(magic.getKey())) {
        throw unreadable(part, PartNotices.BINARY.about("", magic.getValue()));
      }
    }
    return start;
  }

  private static UnreadablePart unreadable(PartFile part, Finding finding) {
    return new UnreadablePart(SourceLocation.of(part.name()), finding);
  }
}
