package norrhub.delivery.archive;

import java.io.IOException;

/** The bytes of a part were erased at an admin's word. The ledger still has their hash. */
public final class ErasedPart extends IOException {
  private static final long serialVersionUID = 1L;

  ErasedPart(ArchivedPart part) {
    super("%s (%s) was erased from the archive".formatted(part.name(), part.sha256()));
  }
}
