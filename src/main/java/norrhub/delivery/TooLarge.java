package norrhub.delivery;

import java.io.IOException;

/** A part is larger than its feed may send. */
public final class TooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  TooLarge(String name, long most) {
    super("%s is larger than %,d bytes".formatted(name, most));
  }
}
