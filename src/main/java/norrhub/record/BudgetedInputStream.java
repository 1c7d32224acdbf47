package norrhub.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Hands a parser so many bytes and no more until it is renewed. One fence for every kind of token:
 * a text, a name, an attribute or a comment without end stops here, before it fills the heap.
 *
 * <p>The same for processor time: a parser that is busy with one token asks for bytes and does
 * nothing else that could be noticed. Only what the thread itself computes counts, so that a paused
 * machine or a slow disk is nobody's fault.
 */
public final class BudgetedInputStream extends FilterInputStream {
  private static final long NOT_BEGUN = -1;

  private final int allowance;
  private final Duration time;
  private int left;
  private long begun = NOT_BEGUN;
  private boolean ended;

  /** Without a limit on time. */
  public BudgetedInputStream(InputStream in, int allowance) {
    this(in, allowance, Duration.ZERO);
  }

  /**
   * @param time of the processor, from one renewal to the next; zero is without limit
   */
  public BudgetedInputStream(InputStream in, int allowance, Duration time) {
    super(in);
    this.allowance = allowance;
    this.time = time;
    this.left = allowance;
  }

  public void renew() {
    left = allowance;
    begun = NOT_BEGUN;
  }

  /** Whether more was asked for than there was. */
  public boolean ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    checkTime();
    int one = super.read();
    ended |= one < 0;
    spend(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    checkTime();
    int count = super.read(buffer, offset, length);
    ended |= count < 0;
    spend(Math.max(count, 0));
    return count;
  }

  private void spend(int count) throws OverLimit {
    left -= count;
    if (left < 0) {
      throw new OverLimit("record > " + allowance + " bytes");
    }
  }

  private void checkTime() throws OverLimit {
    if (time.isZero()) {
      return;
    }
    long now = CpuTime.nanos();
    if (begun == NOT_BEGUN) {
      begun = now;
    } else if (now - begun > time.toNanos()) {
      throw new OverLimit("time to read a record > " + time.toSeconds() + " s");
    }
  }
}
