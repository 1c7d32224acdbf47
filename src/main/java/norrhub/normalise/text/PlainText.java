package norrhub.normalise.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text without what nobody can see: controls, zero-width characters, halves of surrogate pairs, and
 * the characters that turn the direction of writing around and so let a text look like another.
 */
public final class PlainText {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private PlainText() {}

  /** As it was written, in NFC, with {@code \n} for every kind of line end. */
  public static String seen(String written) {
    StringBuilder seen = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); ) {
      int codePoint = written.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isLineEnd(codePoint)) {
        boolean halfOfTwo = codePoint == '\r' && i < written.length() && written.charAt(i) == '\n';
        seen.append(halfOfTwo ? "" : "\n");
      } else if (isSeen(codePoint)) {
        seen.appendCodePoint(codePoint);
      }
    }
    return Normalizer.normalize(seen, Normalizer.Form.NFC);
  }

  /** On one line, without space at its ends. */
  public static String line(String written) {
    return SPACES.matcher(seen(written)).replaceAll(" ").strip();
  }

  private static boolean isLineEnd(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\r'
        || codePoint == 0x85
        || codePoint == 0x2028
        || codePoint == 0x2029;
  }

  private static boolean isSeen(int codePoint) {
    if (codePoint < 0xa0) {
      return codePoint >= ' ' && codePoint < 0x7f || codePoint == '\t';
    }
    boolean zeroWidth = codePoint == 0x200b || codePoint == 0x2060 || codePoint == 0xfeff;
    boolean turnsAround =
        in(codePoint, 0x202a, 0x202e) || in(codePoint, 0x2066, 0x206f); // and old format controls
    boolean noCharacter =
        in(codePoint, 0xd800, 0xdfff)
            || in(codePoint, 0xfdd0, 0xfdef)
            || in(codePoint & 0xffff, 0xfffe, 0xffff);
    boolean annotation = in(codePoint, 0xfff9, 0xfffb) || in(codePoint, 0xe0000, 0xe007f);
    return !zeroWidth && !turnsAround && !noCharacter && !annotation;
  }

  private static boolean in(int codePoint, int first, int last) {
    return first <= codePoint && codePoint <= last;
  }
}
