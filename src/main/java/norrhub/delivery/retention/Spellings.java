package norrhub.delivery.retention;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a text may stand in a file: as it is, as JSON or XML writes it, in the usual encodings. */
final class Spellings {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-1252"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private static final int ASCII = 128;

  private Spellings() {}

  static List<byte[]> bytes(Collection<String> texts) {
    List<byte[]> bytes = new ArrayList<>();
    for (String text : texts) {
      for (String spelling : of(text)) {
        CHARSETS.forEach(charset -> bytes.add(spelling.getBytes(charset)));
      }
    }
    return bytes;
  }

  private static Set<String> of(String text) {
    Set<String> all = new LinkedHashSet<>();
    all.add(text);
    all.add(text.replace("&", "&amp;").replace("<", "&lt;"));
    all.add(escaped(text, "\\u%04x"));
    all.add(escaped(text, "\\u%04X"));
    all.add(escaped(text, "&#%d;"));
    all.add(escaped(text, "&#x%x;"));
    return all;
  }

  private static String escaped(String text, String pattern) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(c < ASCII ? String.valueOf(c) : pattern.formatted((int) c));
    }
    return escaped.toString();
  }
}
