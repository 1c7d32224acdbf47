package norrhub.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import norrhub.delivery.Delivery;
import norrhub.delivery.Outcome;
import norrhub.notice.Finding;
import norrhub.notice.Notice;
import norrhub.notice.Notices;
import norrhub.notice.Place;
import norrhub.notice.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and notices of one delivery while it is applied. */
final class Tally {
  private static final Logger log = LoggerFactory.getLogger(Tally.class);
  private static final int NOTICES_KEPT = 5_000;
  private static final int LINES_LOGGED = 100;
  private static final int TOLD_ONCE = 1_000;

  private final Delivery delivery;
  private final Notices notices = new Notices(NOTICES_KEPT);
  private final Set<Finding> told = new HashSet<>();
  private int logged;

  int received;
  int accepted;
  int rejected;
  int keptOut;
  int changed;
  int removed;
  int withdrawn;
  int heldBack;

  Tally(Delivery delivery) {
    this.delivery = delivery;
  }

  /** A finding that is new: it goes into the ledger and the log. */
  void tell(Place place, String key, Finding finding) {
    Notice notice = notice(place, key, finding);
    if (!add(notice)) {
      return;
    }
    if (finding.kind().severity() != Severity.INFO && logged++ < LINES_LOGGED) {
      log.warn("{}", notice);
    }
  }

  /** A finding that was told at an earlier delivery and still holds: the ledger has it again. */
  void retell(Place place, String key, List<Finding> findings) {
    findings.forEach(finding -> add(notice(place, key, finding)));
  }

  /** A finding about the delivery as a whole. */
  void tell(Finding finding) {
    tell(Place.of(delivery.name()), "", finding);
  }

  List<Notice> notices() {
    return notices.kept();
  }

  Outcome.Counts counts() {
    return new Outcome.Counts(
        received,
        accepted,
        rejected,
        keptOut,
        changed,
        withdrawn + removed,
        heldBack,
        notices.count(Severity.ERROR),
        notices.count(Severity.WARNING),
        notices.count(Severity.INFO));
  }

  String sentence() {
    return "%d received, %d accepted (%d new or changed), %d rejected,%s %d withdrawn, %d missing but kept; %d %s"
        .formatted(
            received,
            accepted,
            changed,
            rejected,
            keptOut > 0 ? " " + keptOut + " kept out," : "",
            withdrawn + removed,
            heldBack,
            notices.total(),
            notices.total() == 1 ? "notice" : "notices");
  }

  /** False where it was told before and once is enough. */
  private boolean add(Notice notice) {
    if (notice.finding().kind().once()
        && (told.size() >= TOLD_ONCE || !told.add(notice.finding()))) {
      return false;
    }
    notices.add(notice);
    return true;
  }

  private Notice notice(Place place, String key, Finding finding) {
    return new Notice(delivery.partner(), delivery.id(), place, key, finding);
  }
}
