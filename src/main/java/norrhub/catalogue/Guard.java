package norrhub.catalogue;

import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import norrhub.partner.Expects;
import org.springframework.stereotype.Component;

/**
 * Decides whether vacancies missing from a delivery are withdrawn. A pure function: it reads
 * nothing and writes nothing.
 *
 * <p>Most hubs of this kind have at some time withdrawn hundreds of live vacancies because a file
 * was empty, cut or a page short. So absence has to be proven by the delivery, and plausible by the
 * feed's own history and by what its admin expects.
 */
@Component
public class Guard implements RaisesNotices {
  /** Below this many a ratio says nothing: one of three is 33 %. */
  static final int SMALL_FEED = 10;

  static final NoticeKind NOT_PROVEN =
      new NoticeKind(
          "withdrawal-not-proven",
          Severity.WARNING,
          "Not all of the delivery could be read, so nothing is withdrawn ({value}). Its other notices"
              + " say which part or record; mend it and send the whole delivery again.",
          "Hela leveransen gick inte att läsa, så inget avpubliceras ({value}). Övriga meddelanden visar"
              + " vilken del eller post det gäller; rätta den och skicka hela leveransen igen.");
  static final NoticeKind TOO_FEW =
      new NoticeKind(
          "withdrawal-too-few-records",
          Severity.WARNING,
          "The delivery holds fewer records than the feed expects ({value}), so nothing is withdrawn."
              + " If that is right, tell the hub's admin.",
          "Leveransen har färre poster än flödet väntar sig ({value}), så inget avpubliceras."
              + " Om det stämmer, säg till hubbens administratör.");
  static final NoticeKind TOO_MANY_ABSENT =
      new NoticeKind(
          "withdrawal-too-many-absent",
          Severity.WARNING,
          "Too many vacancies are missing at once ({value}), so none is withdrawn."
              + " If that is right, tell the hub's admin.",
          "För många annonser saknas på en gång ({value}), så ingen avpubliceras."
              + " Om det stämmer, säg till hubbens administratör.");
  static final NoticeKind WAITS =
      new NoticeKind(
          "withdrawal-waits",
          Severity.INFO,
          "In a small feed a missing vacancy is withdrawn once it is missing for a day ({value}).",
          "I ett litet flöde avpubliceras en saknad annons när den saknats ett dygn ({value}).");

  static final NoticeKind TOO_MANY_KEPT_OUT =
      new NoticeKind(
          "withdrawal-too-many-not-public",
          Severity.WARNING,
          "Too many published vacancies are marked as not public at once ({value}), so all of them"
              + " stay. If that is right, tell the hub's admin.",
          "För många publicerade annonser märks som icke-publika på en gång ({value}), så alla"
              + " ligger kvar. Om det stämmer, säg till hubbens administratör.");

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_PROVEN, TOO_FEW, TOO_MANY_ABSENT, TOO_MANY_KEPT_OUT, WAITS);
  }

  /**
   * Whether vacancies that a whole delivery marks as not public stay all the same. Each of them is
   * an explicit word that needs no proof; so many at once are more likely a setting gone wrong.
   */
  public Optional<Finding> holdsBackKeptOut(int keptOut, int offered, Expects expects) {
    return offered >= SMALL_FEED && keptOut * 100L > (long) offered * expects.dropAtMost()
        ? Optional.of(
            TOO_MANY_KEPT_OUT.about(
                "",
                "%d of %d, at most %d %% expected"
                    .formatted(keptOut, offered, expects.dropAtMost())))
        : Optional.empty();
  }

  public Verdict judge(Absence absence) {
    String missing = "%d of %d missing".formatted(absence.absent(), absence.offered());
    if (!absence.proven()) {
      return new Verdict.HoldBack(NOT_PROVEN.about("", missing));
    }
    if (absence.records() < absence.expects().atLeast()) {
      return new Verdict.HoldBack(
          TOO_FEW.about(
              "",
              "%d records, at least %d expected"
                  .formatted(absence.records(), absence.expects().atLeast())));
    }
    if (absence.offered() < SMALL_FEED) {
      return new Verdict.WithdrawAfterSecondMiss(WAITS.about("", missing));
    }
    int tolerated = absence.expects().dropAtMost();
    if (absence.absent() * 100L > (long) absence.offered() * tolerated) {
      return new Verdict.HoldBack(
          TOO_MANY_ABSENT.about("", missing + ", at most " + tolerated + " % expected"));
    }
    int usual = median(absence.lastSizes());
    if (absence.records() * 100L < (long) usual * (100 - tolerated)) {
      return new Verdict.HoldBack(
          TOO_MANY_ABSENT.about("", "%d records, usually %d".formatted(absence.records(), usual)));
    }
    return new Verdict.Withdraw();
  }

  private static int median(List<Integer> sizes) {
    return sizes.isEmpty() ? 0 : sizes.stream().sorted().toList().get(sizes.size() / 2);
  }
}
