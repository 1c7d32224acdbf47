package norrhub.record.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Puts one more line after the last. A CSV parser takes a file that ends within quotes for whole;
 * but then the mark has become part of the open cell, and its absence shows the cut.
 */
final class EndMarkedReader extends FilterReader {
  /** End of transmission. */
  static final String MARK = "\u0004";

  private static final String TAIL = "\n" + MARK;
  private char last = '\n';
  private int given = -1;

  EndMarkedReader(Reader in) {
    super(in);
  }

  /** Whether the last line was ended; false where a file may have lost its tail. */
  boolean endedLine() {
    return last == '\n' || last == '\r';
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (given < 0) {
      int count = super.read(buffer, offset, length);
      if (count > 0) {
        last = buffer[offset + count - 1];
      }
      if (count >= 0) {
        return count;
      }
      given = 0;
    }
    int count = Math.min(length, TAIL.length() - given);
    TAIL.getChars(given, given + count, buffer, offset);
    given += count;
    return count == 0 ? -1 : count;
  }
}
