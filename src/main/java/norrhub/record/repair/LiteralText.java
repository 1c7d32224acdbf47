package norrhub.record.repair;

import java.util.function.IntConsumer;

/** Writes one text of JavaScript, in whatever quotes it stands, as a text of JSON. */
final class LiteralText {
  private static final String SAME_IN_JSON = "bfnrt\"\\";
  private static final int BRACED = 7;

  private final IntConsumer out;
  private int quote;
  private final StringBuilder hex = new StringBuilder();
  private boolean escaped;
  private int digits;

  LiteralText(IntConsumer out) {
    this.out = out;
  }

  void open(int openingQuote) {
    quote = openingQuote;
    escaped = false;
    digits = 0;
    out.accept('"');
  }

  /** True where this byte ends the text. */
  boolean take(int one) {
    if (digits > 0) {
      return number(one);
    }
    if (escaped) {
      escaped = false;
      escape(one);
    } else if (one == '\\') {
      escaped = true;
    } else if (one == quote) {
      out.accept('"');
      return true;
    } else {
      plain(one);
    }
    return false;
  }

  private void plain(int one) {
    if (one == '"') {
      put("\\\"");
    } else if (one < ' ') {
      put("\\u%04x".formatted(one));
    } else {
      out.accept(one);
    }
  }

  private void escape(int one) {
    if (one == 'u' || one == 'x') {
      digits = one == 'u' ? 4 : 2;
      hex.setLength(0);
    } else if (SAME_IN_JSON.indexOf(one) >= 0) {
      out.accept('\\');
      out.accept(one);
    } else if (one == 'v') {
      put("\\u000b");
    } else if (one == '0') {
      put("\\u0000");
    } else if (one != '\n' && one != '\r') {
      plain(one); // an escaped end of line is none
    }
  }

  /** Two digits, four, or up to six in braces. */
  private boolean number(int one) {
    if (one == '{' && digits == 4 && hex.isEmpty()) {
      digits = BRACED;
    } else if (Character.digit(one, 16) >= 0 && hex.length() < 6) {
      hex.append((char) one);
      if (hex.length() == digits) {
        character();
      }
    } else if (digits == BRACED && one == '}' && !hex.isEmpty()) {
      character();
    } else {
      digits = 0;
      put(hex.toString());
      return take(one);
    }
    return false;
  }

  private void character() {
    int point = Integer.parseInt(hex.toString(), 16);
    if (Character.isValidCodePoint(point)) {
      for (char unit : Character.toChars(point)) {
        put("\\u%04x".formatted((int) unit));
      }
    }
    digits = 0;
  }

  private void put(String ascii) {
    ascii.chars().forEach(out);
  }
}
