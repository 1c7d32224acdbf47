package norrhub.record;

import java.io.IOException;

/** A packed part cannot be unpacked to its end. */
public final class BadPacking extends IOException {
  private static final long serialVersionUID = 1L;

  public BadPacking(IOException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
