package norrhub.ingest.match;

import java.util.ArrayList;
import java.util.List;

/**
 * How probable it is that two vacancies are one, in per cent of what both of them tell.
 *
 * @param why what is the same and what is not, for people
 */
record SimilarityScore(int score, String why) {
  private static final int TITLE = 45;
  private static final int PLACE = 20;
  private static final int DEADLINE = 15;
  private static final int UNIT = 10;
  private static final int REQUISITION = 10;

  /** A title alone says little: half of a region's vacancies are called the same. */
  private static final int TITLE_ALONE_AT_MOST = 60;

  /** Whoever writes the same reference means the same vacancy, unless the titles differ. */
  private static final int SAME_REQUISITION = 95;

  private static final double CLOSE_TITLE = 0.4;

  static SimilarityScore of(MatchFeatures one, MatchFeatures other) {
    var sum = new Sum();
    double title = MatchFeatures.overlap(one.title(), other.title());
    sum.add("title", TITLE, title);
    if (!one.places().isEmpty() && !other.places().isEmpty()) {
      boolean share = one.places().stream().anyMatch(other.places()::contains);
      sum.add("place", PLACE, share ? 1 : 0);
    }
    if (one.lastDay().isPresent() && other.lastDay().isPresent()) {
      sum.add("deadline", DEADLINE, one.lastDay().equals(other.lastDay()) ? 1 : 0);
    }
    if (!one.unit().isEmpty() && !other.unit().isEmpty()) {
      sum.add("unit", UNIT, MatchFeatures.overlap(one.unit(), other.unit()));
    }
    boolean references = one.requisition().isPresent() && other.requisition().isPresent();
    boolean same = references && one.requisition().equals(other.requisition());
    if (references) {
      sum.add("requisition", REQUISITION, same ? 1 : 0);
    }
    int score = sum.weight == TITLE ? Math.min(sum.score(), TITLE_ALONE_AT_MOST) : sum.score();
    return new SimilarityScore(
        same && title >= CLOSE_TITLE ? Math.max(score, SAME_REQUISITION) : score, sum.why());
  }

  private static final class Sum {
    private final List<String> words = new ArrayList<>();
    private double points;
    private int weight;

    void add(String what, int of, double match) {
      points += of * match;
      weight += of;
      words.add((match == 1 ? "same " : match == 0 ? "another " : "a similar ") + what);
    }

    int score() {
      return (int) Math.round(100 * points / weight);
    }

    String why() {
      return String.join(", ", words);
    }
  }
}
