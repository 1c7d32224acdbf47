package norrhub.record;

import java.io.IOException;

/** A packed part cannot be unpacked to its end. */
final class BadPacking extends IOException {
  private static final long serialVersionUID = 1L;

  BadPacking(IOException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
