package norrhub.record.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import norrhub.record.PartFile;
import norrhub.record.TextCharset;

/**
 * The character set of a file that does not name it: {@link TextCharset}, found without holding the
 * file.
 *
 * @param oddLine the first line with a character that no text has; 0 where all is well
 */
record CsvEncoding(Charset charset, int oddLine) {
  static CsvEncoding of(PartFile part) throws IOException {
    byte[] start;
    try (InputStream in = part.open()) {
      start = in.readNBytes(2);
    }
    if (TextCharset.isUtf16(start)) {
      return new CsvEncoding(UTF_16, oddLine(part, UTF_16));
    }
    try {
      return new CsvEncoding(UTF_8, oddLine(part, UTF_8));
    } catch (CharacterCodingException e) {
      return new CsvEncoding(TextCharset.WINDOWS_1252, oddLine(part, TextCharset.WINDOWS_1252));
    }
  }

  /** The text without its byte order mark. */
  BufferedReader open(PartFile part) throws IOException {
    BufferedReader reader = new BufferedReader(decode(part, charset));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static int oddLine(PartFile part, Charset charset) throws IOException {
    try (Reader reader = decode(part, charset)) {
      char[] buffer = new char[1 << 14];
      int line = 1;
      int odd = 0;
      for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        for (int i = 0; i < count; i++) {
          line += buffer[i] == '\n' ? 1 : 0;
          odd = odd == 0 && isOdd(buffer[i]) ? line : odd;
        }
      }
      return odd;
    }
  }

  private static boolean isOdd(char c) {
    return c >= '\u0080' && c <= '\u009f' || c == '\uFFFD' || c == 0;
  }

  private static Reader decode(PartFile part, Charset charset) throws IOException {
    CodingErrorAction onError =
        charset.equals(UTF_8) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    return new InputStreamReader(
        part.open(), charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError));
  }
}
