package norrhub.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Hands a parser so many bytes and no more until it is renewed. One fence for every kind of token:
 * a text, a name, an attribute or a comment without end stops here, before it fills the heap.
 */
final class MeteredInput extends FilterInputStream {
  private final int allowance;
  private int left;

  MeteredInput(InputStream in, int allowance) {
    super(in);
    this.allowance = allowance;
    this.left = allowance;
  }

  void renew() {
    left = allowance;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    spend(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    spend(Math.max(count, 0));
    return count;
  }

  private void spend(int count) throws OverLimit {
    left -= count;
    if (left < 0) {
      throw new OverLimit("record > " + allowance + " bytes");
    }
  }
}
