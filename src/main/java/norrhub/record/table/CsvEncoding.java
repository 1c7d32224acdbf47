package norrhub.record.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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

/**
 * The character set of a file that does not name it. UTF-8 is tried strictly, for nothing else
 * looks like it by chance; what remains is Windows-1252, since every byte decodes as ISO-8859-1 and
 * no Swedish program writes its C1 controls.
 *
 * @param oddLine the first line with a character that no text has; 0 where all is well
 */
record CsvEncoding(Charset charset, int oddLine) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  static CsvEncoding of(PartFile part) throws IOException {
    String start;
    try (InputStream in = part.open()) {
      start = new String(in.readNBytes(2), ISO_8859_1);
    }
    if (start.equals("ÿþ") || start.equals("þÿ")) {
      return new CsvEncoding(UTF_16, oddLine(part, UTF_16));
    }
    try {
      return new CsvEncoding(UTF_8, oddLine(part, UTF_8));
    } catch (CharacterCodingException e) {
      return new CsvEncoding(WINDOWS_1252, oddLine(part, WINDOWS_1252));
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
