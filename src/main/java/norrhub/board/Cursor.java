package norrhub.board;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a consumer has come with a board's changes. Consumers give it back as they got it.
 *
 * @param number of the last posting it has
 * @param begunAt number of the board's last posting when it began from nothing, while it is on its
 *     way through the pages; else 0. It lacks nothing that left the board before then
 */
public record Cursor(long number, long begunAt) {
  /** Before everything. */
  public static final Cursor START = new Cursor(0, 0);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

  /** The cursor of a document, or of one who has read all pages. */
  public static Cursor at(long number) {
    return new Cursor(number, 0);
  }

  /** Reads what {@link #toString} wrote. */
  public static Optional<Cursor> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Cursor(
                Long.parseLong(parts.group(1)),
                parts.group(2) == null ? 0 : Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  /** Whether one who has come so far misses a tombstone that is not kept any more. */
  boolean isTooOld(long prunedThrough) {
    return number > 0 && Math.max(number, begunAt) < prunedThrough;
  }

  /** The same consumer after a page that ends with this posting, with more to come. */
  Cursor next(long posting, BoardState state) {
    long began = number == 0 ? state.posted() : begunAt;
    // Where nothing was removed from the log, or all of it lies behind, a number says enough.
    return new Cursor(posting, posting < state.prunedThrough() ? began : 0);
  }

  @Override
  public String toString() {
    return begunAt == 0 ? String.valueOf(number) : number + "-" + begunAt;
  }
}
