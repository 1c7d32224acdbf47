package norrhub.record.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Bytes that are repaired while they are read. It is handed one byte after the other and puts out
 * what the reader shall see; it keeps no more than it needs to decide. UTF-16 goes through as it
 * is: none of the systems that need repairs write it.
 */
public abstract class RepairingInputStream extends InputStream {
  private static final int CHUNK = 1 << 13;

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private byte[] out = new byte[2 * CHUNK];
  private int from;
  private int to;
  private boolean started;
  private boolean ended;
  private boolean untouched;
  private int line = 1;
  private int times;
  private int firstLine;

  protected RepairingInputStream(InputStream in) {
    this.in = in;
  }

  /** Takes the next byte of the source, 0 to 255. */
  protected abstract void take(int one) throws IOException;

  /** The source has ended: what is kept back goes out. */
  protected void end() throws IOException {}

  protected final void put(int one) {
    if (to == out.length) {
      out = Arrays.copyOf(out, 2 * to);
    }
    out[to++] = (byte) one;
  }

  protected final void put(String text) {
    for (byte one : text.getBytes(UTF_8)) {
      put(one);
    }
  }

  /** Something was repaired in the line that the source is at. */
  protected final void repaired() {
    repaired(line);
  }

  /** Something was repaired in a line that the source was at. */
  protected final void repaired(int inLine) {
    firstLine = times++ == 0 ? inLine : firstLine;
  }

  /** How often something was repaired so far. */
  public final int times() {
    return times;
  }

  /** How often, and the first line: what a notice says of it. */
  public String told() {
    return times + (times == 1 ? " time, in line " : " times, first in line ") + firstLine;
  }

  @Override
  public int read() throws IOException {
    return from < to || fill() ? out[from++] & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (from == to && !fill()) {
      return -1;
    }
    int count = Math.min(length, to - from);
    System.arraycopy(out, from, buffer, offset, count);
    from += count;
    return count;
  }

  /** False at the end. */
  private boolean fill() throws IOException {
    from = 0;
    to = 0;
    while (to == 0 && !ended) {
      int count = in.readNBytes(chunk, 0, CHUNK);
      if (!started) {
        started = true;
        untouched = isUtf16(count);
      }
      ended = count < CHUNK;
      for (int i = 0; i < count; i++) {
        if (untouched) {
          put(chunk[i]);
        } else {
          take(chunk[i] & 0xff);
          line += chunk[i] == '\n' ? 1 : 0;
        }
      }
      if (ended && !untouched) {
        end();
      }
    }
    return to > 0;
  }

  private boolean isUtf16(int count) {
    return count >= 2
        && (chunk[0] == 0
            || chunk[1] == 0
            || chunk[0] == (byte) 0xff && chunk[1] == (byte) 0xfe
            || chunk[0] == (byte) 0xfe && chunk[1] == (byte) 0xff);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
