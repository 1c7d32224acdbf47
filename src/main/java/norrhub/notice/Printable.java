package norrhub.notice;

/**
 * Text from outside as it may be printed. What steers a terminal, ends a line of a log, turns the
 * direction of writing around or cannot be seen is shown as its escape instead: {@code \\u001b},
 * {@code \\n}.
 */
public final class Printable {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private Printable() {}

  /** On one line: its own line ends and tabs are shown too. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** Text of the hub's own making, whose lines and tabs stay. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean keepsLines) {
    int first = 0;
    while (first < text.length() && isPlain(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (!steers(codePoint) || keepsLines && (codePoint == '\n' || codePoint == '\t')) {
        printable.appendCodePoint(codePoint);
      } else {
        text.substring(i, next).chars().forEach(unit -> printable.append(escape(unit)));
      }
      i = next;
    }
    return printable.toString();
  }

  /** Most characters are; looked at first, for nearly every text is nothing else. */
  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7f || c > 0xa0 && c < 0x600 && c != 0xad;
  }

  private static boolean steers(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      // Both are part of how some scripts and emoji are written.
      case Character.FORMAT -> codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER;
      default -> false;
    };
  }

  private static String escape(int unit) {
    return switch (unit) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", unit);
    };
  }
}
