package norrhub.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a misspelt one was meant to be. */
public final class ClosestMatch {
  private static final int MOST_LETTERS_WRONG = 2;
  private static final int SHORTEST_PART = 4;

  private ClosestMatch() {}

  /**
   * Capitals and hyphens do not count; a third of the letters may be wrong, but at most two. Where
   * no word is so near, the first one that the written word begins, such as {@code teamtailor} of
   * {@code teamtailor-feed}, or that it contains whole.
   */
  public static Optional<String> of(String written, Collection<String> words) {
    String plain = plain(written);
    int limit = Math.min(MOST_LETTERS_WRONG, Math.max(1, plain.length() / 2));
    return words.stream()
        .filter(word -> distance(plain, plain(word)) <= limit)
        .min(Comparator.comparingInt(word -> distance(plain, plain(word))))
        .or(() -> words.stream().sorted().filter(word -> isPart(plain, plain(word))).findFirst());
  }

  private static boolean isPart(String one, String other) {
    return one.length() >= SHORTEST_PART && other.startsWith(one)
        || other.length() >= SHORTEST_PART && one.startsWith(other);
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Edits by Damerau and Levenshtein (optimal string alignment): two swapped letters are one. */
  private static int distance(String one, String other) {
    int[][] edits = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(one, other, i, j, edits);
      }
    }
    return edits[one.length()][other.length()];
  }

  private static int cheapest(String one, String other, int i, int j, int[][] edits) {
    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(edits[i - 1][j - 1] + change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
