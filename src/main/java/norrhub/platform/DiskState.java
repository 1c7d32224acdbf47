package norrhub.platform;

/**
 * The room on the data folder's disk, in bytes.
 *
 * @param warnBelow with less than that, somebody should make room
 * @param stopBelow with less than that, nothing more is fetched
 */
public record DiskState(Level level, long free, long total, long warnBelow, long stopBelow) {
  /** Whether the room is enough. */
  public enum Level {
    ENOUGH,
    LOW,
    FULL
  }

  static DiskState of(long free, long total, long warnBelow, long stopBelow) {
    Level level = free < stopBelow ? Level.FULL : free < warnBelow ? Level.LOW : Level.ENOUGH;
    return new DiskState(level, free, total, warnBelow, stopBelow);
  }
}
