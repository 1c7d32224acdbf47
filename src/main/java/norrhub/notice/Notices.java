package norrhub.notice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Collects the notices of one delivery. Keeps the first ones of records whole and counts them all,
 * so that a delivery of a hundred thousand bad records stays small; what is said of a part or of
 * the delivery is always kept, and stands first.
 */
public final class Notices {
  private final int most;
  private final List<Notice> ofRecords = new ArrayList<>();
  private final List<Notice> ofTheWhole = new ArrayList<>();
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  public Notices(int most) {
    this.most = most;
  }

  /** A notice about a record. */
  public void add(Notice notice) {
    count(notice);
    if (ofRecords.size() < most) {
      ofRecords.add(notice);
    }
  }

  /** A notice about a part or the delivery as a whole. */
  public void addOfTheWhole(Notice notice) {
    count(notice);
    ofTheWhole.add(notice);
  }

  /** A notice about a record that is kept elsewhere. */
  public void addStanding(Notice notice) {
    count(notice);
  }

  private void count(Notice notice) {
    counts.merge(notice.finding().kind().severity(), 1, Integer::sum);
  }

  public List<Notice> kept() {
    return Stream.concat(ofTheWhole.stream(), ofRecords.stream()).toList();
  }

  public int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
