package norrhub.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import norrhub.catalogue.Absence;
import norrhub.catalogue.FeedAbsences;
import norrhub.catalogue.FeedCatalogue;
import norrhub.catalogue.FeedHistory;
import norrhub.catalogue.Guard;
import norrhub.catalogue.Turnover;
import norrhub.catalogue.Verdict;
import norrhub.notice.Finding;
import norrhub.partner.Expects;
import norrhub.vacancy.VacancyId;

/** What becomes of vacancies that a delivery lacks. Always the last thing done with it. */
final class Withdrawals {
  /** Two deliveries that miss a vacancy are so far apart at least. */
  private static final Duration SECOND_MISS = Duration.ofHours(24);

  private final Guard guard;
  private final FeedCatalogue catalogue;
  private final FeedAbsences absences;
  private final FeedHistory history;
  private final Optional<Instant> missedAt;
  private final DeliveryStatistics statistics;

  /**
   * @param missedAt when the delivery said so; absent while the clock is not believed
   */
  Withdrawals(
      Guard guard,
      FeedCatalogue catalogue,
      FeedAbsences absences,
      FeedHistory history,
      Optional<Instant> missedAt,
      DeliveryStatistics statistics) {
    this.guard = guard;
    this.catalogue = catalogue;
    this.absences = absences;
    this.history = history;
    this.missedAt = missedAt;
    this.statistics = statistics;
  }

  /**
   * Judges what is absent.
   *
   * @param offered vacancies of the feed before the delivery
   * @return whether the delivery is plausible in full, so that the next ones are measured by it
   */
  boolean judge(List<VacancyId> absent, boolean proven, int records, int offered, Expects expects) {
    if (absent.isEmpty()) {
      return proven && records >= expects.atLeast() && statistics.heldBack == 0;
    }
    Turnover week = history.lately(absences.offered());
    Verdict verdict =
        guard.judge(
            new Absence(proven, records, offered, absent.size(), history.usual(), week, expects));
    if (verdict instanceof Verdict.Withdraw) {
      Set<VacancyId> wavering = history.cameBack(absent);
      statistics.withdrawn +=
          catalogue.drop(absent.stream().filter(id -> !wavering.contains(id)).toList());
      obey(guard.judgeWavering(wavering.size()), wavering, catalogue::drop);
    } else {
      obey(verdict, absent, catalogue::drop);
    }
    return statistics.heldBack == 0;
  }

  /** Takes back what a whole delivery says is not for everybody, unless it is far too much. */
  void keepOut(List<VacancyId> keptOut, int offered, Expects expects) {
    obey(
        guard.judgeKeptOut(keptOut.size(), offered, expects),
        keptOut,
        ids -> catalogue.withdraw(ids, "not-public"));
  }

  private void obey(
      Verdict verdict, Collection<VacancyId> ids, ToIntFunction<Collection<VacancyId>> withdraw) {
    if (ids.isEmpty()) {
      return;
    }
    if (verdict instanceof Verdict.Withdraw) {
      statistics.withdrawn += withdraw.applyAsInt(ids);
    } else if (verdict instanceof Verdict.WithdrawAfterSecondMiss second) {
      List<VacancyId> due = missedTwice(ids);
      statistics.withdrawn += withdraw.applyAsInt(due);
      tellWaiting(ids.size() - due.size(), second.why());
    } else if (verdict instanceof Verdict.HoldBack held) {
      switch (held.miss()) {
        case NONE -> {}
        case DOUBTFUL -> absences.mark(ids, Optional.empty());
        case FIRST -> absences.mark(ids, missedAt);
      }
      statistics.tellHeld(ids.size(), held.why());
    }
  }

  private List<VacancyId> missedTwice(Collection<VacancyId> ids) {
    absences.mark(ids, missedAt);
    Set<VacancyId> now = new HashSet<>(ids);
    return missedAt.stream()
        .flatMap(at -> absences.missingSince(at.minus(SECOND_MISS)).stream())
        .filter(now::contains)
        .toList();
  }

  private void tellWaiting(int howMany, Finding why) {
    if (howMany > 0) {
      statistics.heldBack += howMany;
      statistics.tell(why);
    }
  }
}
