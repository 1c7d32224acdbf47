package norrhub.poll;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes from a partner's server. It remembers whether reading it failed: a full disk of ours
 * is no fault of the file.
 */
public final class SourceStream extends FilterInputStream {
  private boolean toBlame;

  public SourceStream(InputStream content) {
    super(content);
  }

  public boolean wasToBlame() {
    return toBlame;
  }

  public void isToBlame() {
    toBlame = true;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException | RuntimeException e) {
      toBlame = true;
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return super.read(bytes, from, length);
    } catch (IOException | RuntimeException e) {
      toBlame = true;
      throw e;
    }
  }
}
