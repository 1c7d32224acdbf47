package norrhub.ingest;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norrhub.catalogue.Absence;
import norrhub.catalogue.FeedCatalogue;
import norrhub.catalogue.Guard;
import norrhub.catalogue.Verdict;
import norrhub.notice.Finding;
import norrhub.partner.Expects;
import norrhub.vacancy.VacancyId;

/** What becomes of vacancies that a delivery lacks. Always the last thing done with it. */
final class Withdrawals {
  /** In a small feed a vacancy goes once it has been missing for so long. */
  private static final Duration SECOND_MISS = Duration.ofHours(24);

  private final Guard guard;
  private final FeedCatalogue catalogue;
  private final Tally tally;

  Withdrawals(Guard guard, FeedCatalogue catalogue, Tally tally) {
    this.guard = guard;
    this.catalogue = catalogue;
    this.tally = tally;
  }

  void judge(List<VacancyId> absent, Absence absence) {
    if (absent.isEmpty()) {
      return;
    }
    Verdict verdict = guard.judge(absence);
    if (verdict instanceof Verdict.Withdraw) {
      tally.withdrawn += catalogue.withdraw(absent, "absent");
    } else if (verdict instanceof Verdict.WithdrawAfterSecondMiss second) {
      int withdrawn = withdrawMissedTwice(absent);
      tally.withdrawn += withdrawn;
      tellWaiting(absent.size() - withdrawn, second.why());
    } else if (verdict instanceof Verdict.HoldBack held) {
      if (absence.proven()) {
        catalogue.missing(absent);
      }
      tally.tellHeld(absent.size(), held.why());
    }
  }

  /** Takes back what a whole delivery says is not for everybody, unless it is far too much. */
  void keepOut(List<VacancyId> keptOut, int offered, Expects expects) {
    Optional<Finding> held = guard.holdsBackKeptOut(keptOut.size(), offered, expects);
    if (held.isPresent()) {
      catalogue.missing(keptOut);
      tally.tellHeld(keptOut.size(), held.get());
    } else {
      tally.withdrawn += catalogue.withdraw(keptOut, "not-public");
    }
  }

  private int withdrawMissedTwice(List<VacancyId> absent) {
    catalogue.missing(absent);
    Set<VacancyId> now = new HashSet<>(absent);
    List<VacancyId> due = catalogue.missingFor(SECOND_MISS).stream().filter(now::contains).toList();
    return catalogue.withdraw(due, "absent");
  }

  private void tellWaiting(int howMany, Finding why) {
    if (howMany > 0) {
      tally.heldBack += howMany;
      tally.tell(why);
    }
  }
}
