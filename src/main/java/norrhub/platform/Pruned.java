package norrhub.platform;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What was removed, or would be.
 *
 * @param count rows or files
 * @param bytes of files; 0 for rows, whose room the database uses again
 * @param more whether another batch may find some
 */
public record Pruned(long count, long bytes, @JsonIgnore boolean more) {
  public static final Pruned NOTHING = new Pruned(0, 0, false);

  /** Rows of a batch that takes at most so many. */
  public static Pruned rows(long count, int most) {
    return new Pruned(count, 0, count >= most);
  }

  Pruned plus(Pruned other) {
    return new Pruned(count + other.count, bytes + other.bytes, other.more);
  }
}
