package norrhub.catalogue;

import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
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

  @Override
  public List<NoticeKind> notices() {
    return List.of(NOT_PROVEN, TOO_FEW, TOO_MANY_ABSENT, WAITS);
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
