package norrhub.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * What a feed's polls stop at, so that nothing that came later overtakes it.
 *
 * @param item its name for life at the source: a file's name, a mail's mailbox and UID
 * @param name file or subject, for people
 * @param identity what the source calls what lies there now
 * @param tries how often this identity could not be received
 * @param since when the item failed first
 */
public record Blocker(
    String feed,
    String item,
    String name,
    String identity,
    int tries,
    Instant since,
    String reason) {
  public static final int MOST_TRIES = 8;
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Whether it has held up the feed for long enough and is to be rejected. */
  public boolean isOver(int mostTries, Instant now) {
    return tries >= mostTries || !now.isBefore(end());
  }

  /** When it is rejected at the latest. */
  public Instant end() {
    return since.plus(LONGEST);
  }
}
