package norrhub.mapping;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A source's key without what nobody sees: no-break spaces, zero-width and control characters, and
 * spaces at its ends fall away, and it is in NFC. So a key that went through a spreadsheet or a
 * mail is still the same. Its case stays: several systems' keys differ by nothing else.
 */
final class SourceKey {
  private SourceKey() {}

  /** Empty where nothing is left. */
  static Optional<String> read(String written) {
    String key = isPlain(written) ? written : seen(written);
    String trimmed = key.strip();
    return trimmed.isEmpty() ? Optional.empty() : Optional.of(trimmed);
  }

  /** Nearly every key is; nothing needs to be looked up for it. */
  private static boolean isPlain(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c < ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String seen(String written) {
    StringBuilder seen = new StringBuilder(written.length());
    written.codePoints().filter(SourceKey::isSeen).forEach(seen::appendCodePoint);
    return Normalizer.normalize(seen, Normalizer.Form.NFC);
  }

  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> !isNoBreakSpace(codePoint) && !isBlank(codePoint);
    };
  }

  private static boolean isNoBreakSpace(int codePoint) {
    return codePoint == 0xa0 || codePoint == 0x2007 || codePoint == 0x202f;
  }

  /** Joiners, fillers and selectors, which Unicode does not count among its formats. */
  private static boolean isBlank(int codePoint) {
    return codePoint == 0x34f
        || codePoint == 0x115f
        || codePoint == 0x1160
        || codePoint >= 0x180b && codePoint <= 0x180f
        || codePoint == 0x2800
        || codePoint == 0x3164
        || codePoint >= 0xfe00 && codePoint <= 0xfe0f
        || codePoint == 0xffa0
        || codePoint >= 0xe0100 && codePoint <= 0xe01ef;
  }
}
