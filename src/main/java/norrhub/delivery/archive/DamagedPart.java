package norrhub.delivery.archive;

import java.io.IOException;

/** The archive does not give back what was put in: the disk lost it. It is not parsed. */
public final class DamagedPart extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedPart(ArchivedPart part, String why) {
    super("%s (%s) is damaged in the archive: %s".formatted(part.name(), part.sha256(), why));
  }
}
