package norrhub.normalise;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text without what nobody can see: controls, zero-width characters, halves of surrogate pairs, and
 * the characters that turn the direction of writing around and so let a text look like another.
 */
final class PlainText {
  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\u200b\\u202a-\\u202e\\u2060\\u2066-\\u206f\\ufeff\\ufff9-\\ufffb]"
              + "|[\\x{d800}-\\x{dfff}\\x{e0000}-\\x{e007f}]|[\\ufdd0-\\ufdef\\ufffe\\uffff]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private PlainText() {}

  /** As it was written, in NFC, with {@code \n} for every kind of line end. */
  static String seen(String written) {
    String lines = LINE_ENDS.matcher(written).replaceAll("\n");
    return Normalizer.normalize(UNSEEN.matcher(lines).replaceAll(""), Normalizer.Form.NFC);
  }

  /** On one line, without space at its ends. */
  static String line(String written) {
    return SPACES.matcher(seen(written)).replaceAll(" ").strip();
  }
}
