package norrhub.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/** A stream that ends in an error once its time is up: a drop a second is no answer. */
public final class DeadlineStream extends FilterInputStream {
  private final Instant deadline;
  private final Clock clock;

  public DeadlineStream(InputStream in, Instant deadline, Clock clock) {
    super(in);
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    check();
    return super.read(buffer, offset, length);
  }

  private void check() throws IOException {
    if (clock.instant().isAfter(deadline)) {
      throw new IOException("the answer took too long: the time of the poll is up");
    }
  }
}
