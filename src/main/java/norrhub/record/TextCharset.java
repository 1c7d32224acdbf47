package norrhub.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Set;

/**
 * The character set of text that does not name it, or not truthfully. What decodes as UTF-8 is
 * that, for nothing else looks like it by chance; what remains is Windows-1252, since every byte
 * decodes as ISO-8859-1 and no Swedish program writes its C1 controls.
 */
public final class TextCharset {
  public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Byte order marks of UTF-16, as they read in ISO-8859-1. */
  private static final Set<String> UTF_16_MARKS = Set.of("\u00ff\u00fe", "\u00fe\u00ff");

  private TextCharset() {}

  public static Charset of(byte[] text) {
    return isUtf8(text) ? UTF_8 : WINDOWS_1252;
  }

  public static boolean isUtf8(byte[] text) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Whether text that begins so is UTF-16; the mark says in which order of bytes. */
  public static boolean isUtf16(byte[] start) {
    return UTF_16_MARKS.contains(new String(start, 0, Math.min(2, start.length), ISO_8859_1));
  }
}
