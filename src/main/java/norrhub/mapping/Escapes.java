package norrhub.mapping;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.record.TextCharset;
import org.jsoup.nodes.Entities;

/** Undoes the escaping of HTML by one level: {@code &amp;lt;} becomes {@code &lt;}, no more. */
final class Escapes {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "&(?:#(?<decimal>[0-9]{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>[A-Za-z][A-Za-z0-9]{1,31}));");

  private Escapes() {}

  /** References without a semicolon stay: in an address they are no references. */
  static String undo(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(meaning(found)));
  }

  private static String meaning(MatchResult found) {
    if (found.group(3) != null) {
      return Entities.isNamedEntity(found.group(3))
          ? Entities.getByName(found.group(3))
          : found.group();
    }
    int point =
        found.group(1) != null
            ? Integer.parseInt(found.group(1))
            : Integer.parseInt(found.group(2), 16);
    if (point >= 0x80 && point < 0xa0) {
      // By the rules of HTML these numbers are those of Windows-1252.
      return new String(new byte[] {(byte) point}, TextCharset.WINDOWS_1252);
    }
    boolean character =
        Character.isValidCodePoint(point)
            && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    return character ? Character.toString(point) : found.group();
  }
}
