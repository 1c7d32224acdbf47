package norrhub.record;

import java.io.IOException;

/**
 * A part went over one of the {@link Limits}. An IOException, so that it travels through the
 * parsers.
 */
public final class OverLimit extends IOException {
  private static final long serialVersionUID = 1L;

  public OverLimit(String limit) {
    super(limit);
  }
}
