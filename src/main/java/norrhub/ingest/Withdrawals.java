package norrhub.ingest;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import norrhub.catalogue.Absence;
import norrhub.catalogue.FeedCatalogue;
import norrhub.catalogue.Guard;
import norrhub.catalogue.Verdict;
import norrhub.notice.Finding;
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
      withdrawMissedTwice(absent);
      tellHeld(absent.size() - tally.withdrawn, second.why());
    } else if (verdict instanceof Verdict.HoldBack held) {
      if (absence.proven()) {
        catalogue.missing(absent);
      }
      tellHeld(absent.size(), held.why());
    }
  }

  private void withdrawMissedTwice(List<VacancyId> absent) {
    catalogue.missing(absent);
    Set<VacancyId> now = new HashSet<>(absent);
    List<VacancyId> due = catalogue.missingFor(SECOND_MISS).stream().filter(now::contains).toList();
    tally.withdrawn += catalogue.withdraw(due, "absent");
  }

  private void tellHeld(int howMany, Finding why) {
    if (howMany > 0) {
      tally.heldBack = howMany;
      tally.tell(why);
    }
  }
}
