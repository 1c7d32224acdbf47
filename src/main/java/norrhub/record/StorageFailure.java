package norrhub.record;

import java.io.IOException;
import java.util.Optional;

/**
 * The hub's own disk failed while a part was read: the machine's fault, never the part's, so the
 * delivery is tried again.
 */
public final class StorageFailure extends IOException {
  private static final long serialVersionUID = 1L;

  public StorageFailure(IOException cause) {
    super(cause.getMessage(), cause);
  }

  /** The one that stands behind a parser's complaint. */
  public static Optional<StorageFailure> behind(Throwable complaint) {
    for (Throwable e = complaint; e != null; e = e.getCause()) {
      if (e instanceof StorageFailure failure) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }
}
