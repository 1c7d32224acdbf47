package norrhub.delivery.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** Content from outside, as much of it as its source may send. */
public final class BoundedContent {
  private BoundedContent() {}

  /**
   * The content as it is; reading on after {@code mostBytes} of it throws {@link TooLarge}.
   *
   * @param name for people
   */
  public static BoundedInputStream of(InputStream content, String name, long mostBytes)
      throws IOException {
    return BoundedInputStream.builder()
        .setInputStream(content)
        // One more, which is never read past: the library calls content of just its maximum too
        // long.
        .setMaxCount(mostBytes + 1)
        .setOnMaxCount(
            (most, count) -> {
              throw new TooLarge(name, mostBytes);
            })
        .get();
  }
}
