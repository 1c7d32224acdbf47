package norrhub.notice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the notices of one delivery. Keeps the first ones whole and counts them all, so that a
 * delivery of a hundred thousand bad records stays small.
 */
public final class Notices {
  private final int most;
  private final List<Notice> kept = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  public Notices(int most) {
    this.most = most;
  }

  public void add(Notice notice) {
    count(notice.finding().kind().severity(), 1);
    if (kept.size() < most) {
      kept.add(notice);
    }
  }

  /** Counts notices that were given at an earlier delivery and still hold. */
  public void count(Severity severity, int more) {
    counts.merge(severity, more, Integer::sum);
  }

  public List<Notice> kept() {
    return List.copyOf(kept);
  }

  public int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
