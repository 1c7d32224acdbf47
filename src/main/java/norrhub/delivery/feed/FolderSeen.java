package norrhub.delivery.feed;

import java.util.List;

/**
 * What the last listing of a feed's folder saw besides what it took.
 *
 * @param unmatched how many files have names that the feed does not ask for
 * @param unmatchedNames the first of them
 * @param resting how many files may still be written: they are taken once they rest
 * @param restingNames the first of them
 */
public record FolderSeen(
    int unmatched, List<String> unmatchedNames, int resting, List<String> restingNames) {
  private static final int SHOWN = 5;

  public FolderSeen {
    unmatchedNames = List.copyOf(unmatchedNames);
    restingNames = List.copyOf(restingNames);
  }

  /** Of all names; the first few are kept. */
  public static FolderSeen of(List<String> unmatched, List<String> resting) {
    return new FolderSeen(unmatched.size(), first(unmatched), resting.size(), first(resting));
  }

  private static List<String> first(List<String> names) {
    return names.subList(0, Math.min(SHOWN, names.size()));
  }
}
