package norrhub.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import norrhub.catalogue.StandingFindings;
import norrhub.delivery.DeliveryRecord;
import norrhub.delivery.StoredNotice;
import norrhub.delivery.Told;
import norrhub.notice.Finding;
import org.springframework.stereotype.Component;

/**
 * What still holds of a feed's vacancies and was said of them at an earlier delivery. It is kept
 * with the vacancy, and belongs to what the feed's newest delivery says.
 */
@Component
public class StandingNotices {
  private static final int MOST = 5_000;

  private static final Comparator<StoredNotice> IN_ORDER =
      Comparator.comparing((StoredNotice n) -> n.place().part())
          .thenComparing(n -> n.place().line())
          .thenComparing(StoredNotice::key);

  private final StandingFindings findings;
  private final StoredFindings stored;

  StandingNotices(StandingFindings findings, StoredFindings stored) {
    this.findings = findings;
    this.stored = stored;
  }

  /** The delivery's own notices and those that stand, each once. */
  public List<StoredNotice> with(DeliveryRecord delivery) {
    List<StoredNotice> all = new ArrayList<>(delivery.notices());
    if (all.size() >= Math.min(MOST, delivery.found())) {
      return all;
    }
    Set<Told> told = new HashSet<>();
    all.forEach(n -> told.add(new Told(n.key(), n.code(), n.field(), n.value())));
    Set<Finding> once = new HashSet<>();
    List<StoredNotice> standing = new ArrayList<>();
    findings
        .of(delivery.feed(), delivery.scopes(), MOST)
        .forEach(one -> add(one, standing, told, once));
    standing.sort(IN_ORDER);
    all.addAll(standing);
    return all;
  }

  private void add(
      StandingFindings.Standing one,
      List<StoredNotice> standing,
      Set<Told> told,
      Set<Finding> once) {
    StoredFindings.Stored known = stored.readWhole(one.notices());
    for (Finding finding : known.findings()) {
      String code = finding.kind().code();
      boolean isRepeated = finding.kind().once() && !once.add(finding);
      if (!isRepeated && told.add(new Told(one.key(), code, finding.field(), finding.value()))) {
        standing.add(
            new StoredNotice(
                finding.kind().severity().name(),
                code,
                known.place(),
                known.delivery(),
                one.key(),
                finding.field(),
                finding.value()));
      }
    }
  }
}
