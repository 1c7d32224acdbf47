package norrhub.record.part;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongPredicate;
import norrhub.record.BadPacking;
import norrhub.record.OverLimit;

/** Bytes as they come out of their packing, counted; what goes wrong there is the packing's. */
final class UnpackedBytes extends FilterInputStream {
  private final LongPredicate tooMany;
  private long count;

  /**
   * @param tooMany whether so many bytes of this stream are over a limit
   */
  UnpackedBytes(InputStream in, LongPredicate tooMany) {
    super(in);
    this.tooMany = tooMany;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(buffer, offset, length);
    } catch (IOException e) {
      throw new BadPacking(e);
    }
    count += Math.max(read, 0);
    if (tooMany.test(count)) {
      throw new OverLimit("unpacked > " + count / 1_000_000 + " MB");
    }
    return read;
  }
}
