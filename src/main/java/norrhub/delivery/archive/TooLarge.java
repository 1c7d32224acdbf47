package norrhub.delivery.archive;

import java.io.IOException;

/** A part is larger than its feed may send. */
public final class TooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final long most;

  public TooLarge(String name, long most) {
    super("%s is larger than %,d bytes".formatted(name, most));
    this.name = name;
    this.most = most;
  }

  /** What is too large, and the limit, in no particular language. */
  public String inShort() {
    return "%s (> %d MB)".formatted(name, Math.max(1, most >> 20));
  }
}
