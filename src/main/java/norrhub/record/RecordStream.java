package norrhub.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;

/** The records of one part, read one by one. */
public interface RecordStream extends Closeable {
  /**
   * The next record; empty at the proven end of the part (closed root element, closed array, last
   * line).
   *
   * @throws UnreadablePart when the rest cannot be read: truncated, not well-formed, over a limit
   */
  Optional<ReadResult> next() throws UnreadablePart, IOException;

  /**
   * What was found about the part as a whole, such as a column that the format does not know. It
   * blocks nothing. Complete once the end is reached.
   */
  default List<Finding> findings() {
    return List.of();
  }
}
