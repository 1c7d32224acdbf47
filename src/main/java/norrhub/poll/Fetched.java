package norrhub.poll;

import java.util.List;
import java.util.Optional;
import norrhub.record.PartFile;

/**
 * What a trial fetched.
 *
 * @param parts empty where there was nothing, or something failed
 * @param detail the answer for the first vacancy of the list, where the feed asks for details
 */
public record Fetched(List<PartFile> parts, Optional<PartFile> detail) {
  public Fetched {
    parts = List.copyOf(parts);
  }

  /** Without details. */
  public Fetched(List<PartFile> parts) {
    this(parts, Optional.empty());
  }
}
