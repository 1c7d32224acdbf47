package norrhub.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The records of one part, read one by one. */
public interface RecordStream extends Closeable {
  /**
   * The next record; empty at the proven end of the part (closed root element, closed array, last
   * line).
   *
   * @throws UnreadablePart when the rest cannot be read: truncated, not well-formed, over a limit
   */
  Optional<Reading> next() throws UnreadablePart, IOException;
}
