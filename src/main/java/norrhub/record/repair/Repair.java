package norrhub.record.repair;

import java.io.InputStream;
import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;

/**
 * Repairs what some systems are known to write wrongly, before the strict reader sees it. A format
 * names the repairs that it needs; a new repair is a new bean of this type.
 */
public interface Repair extends RaisesNotices {
  /** How much of a file {@link #isNeeded} sees at most. */
  int START = 200;

  /** The word under {@code repairs:} in format.yaml. */
  String name();

  /**
   * Whether it has to work from the start, by the first {@value #START} bytes: where a strict
   * reader would not stumble, but read something else than was written.
   */
  default boolean isNeeded(byte[] start) {
    return false;
  }

  /** The bytes, repaired while they are read. */
  RepairingInputStream repair(InputStream bytes);

  /** The notice about a part in which something was repaired: {@code {value}} says how often. */
  NoticeKind notice();

  @Override
  default List<NoticeKind> notices() {
    return List.of(notice());
  }
}
