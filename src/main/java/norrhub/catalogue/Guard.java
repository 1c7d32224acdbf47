package norrhub.catalogue;

import java.util.List;
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
 * feed's own history and by what its admin expects. A ratio judges long lists only; in a short one,
 * and where much goes at once, a second delivery has to say the same a day later.
 */
@Component
public class Guard implements RaisesNotices {
  /** Up to so many vacancies a ratio says nothing: one of three is 33 %. */
  static final int SMALL_FEED = 30;

  /** Below so many, a few vacancies that are marked as not public are just that. */
  static final int HANDFUL = 10;

  static final NoticeKind NOT_PROVEN =
      new NoticeKind(
          "withdrawal-not-proven",
          Severity.WARNING,
          "Not all of the delivery could be read, so nothing is withdrawn ({value}). Its other notices"
              + " say which part or record; correct it and send the whole delivery again.",
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
  static final NoticeKind TOO_MANY_IN_A_WEEK =
      new NoticeKind(
          "withdrawal-too-many-in-a-week",
          Severity.WARNING,
          "Too many vacancies went missing within seven days ({value}), so no more are withdrawn."
              + " If that is right, tell the hub's admin.",
          "För många annonser har försvunnit inom sju dagar ({value}), så inga fler avpubliceras."
              + " Om det stämmer, säg till hubbens administratör.");
  static final NoticeKind BACKING_OFF =
      new NoticeKind(
          "withdrawal-waits",
          Severity.INFO,
          "Missing vacancies stay until a second delivery, at least 24 hours later, lacks them too"
              + " ({value}).",
          "Saknade annonser ligger kvar tills ännu en leverans, minst 24 timmar senare, också saknar"
              + " dem ({value}).");
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
    return List.of(
        NOT_PROVEN, TOO_FEW, TOO_MANY_ABSENT, TOO_MANY_IN_A_WEEK, TOO_MANY_KEPT_OUT, BACKING_OFF);
  }

  /**
   * What becomes of vacancies that a whole delivery marks as not public. Each of them is an
   * explicit word that needs no proof; many at once are more likely a setting gone wrong.
   */
  public Verdict judgeKeptOut(int keptOut, int offered, Expects expects) {
    if (offered < HANDFUL || keptOut * 100L <= (long) offered * expects.dropAtMost()) {
      return new Verdict.Withdraw();
    }
    String hidden = "%d of %d marked as not public".formatted(keptOut, offered);
    return offered <= SMALL_FEED
        ? new Verdict.WithdrawAfterSecondMiss(BACKING_OFF.about("", hidden))
        : new Verdict.HoldBack(
            TOO_MANY_KEPT_OUT.about(
                "",
                "%d of %d, at most %d %% expected"
                    .formatted(keptOut, offered, expects.dropAtMost())),
            Verdict.Miss.FIRST);
  }

  /** What becomes of vacancies that a delivery lacks. */
  public Verdict judge(Absence absence) {
    int tolerated = absence.expects().dropAtMost();
    String missing = "%d of %d missing".formatted(absence.absent(), absence.offered());
    if (!absence.proven()) {
      return held(NOT_PROVEN, missing, Verdict.Miss.NONE);
    }
    if (absence.records() < absence.expects().atLeast()) {
      return held(
          TOO_FEW,
          "%d records, at least %d expected"
              .formatted(absence.records(), absence.expects().atLeast()),
          Verdict.Miss.DOUBTFUL);
    }
    if (absence.offered() <= SMALL_FEED) {
      return waits(missing);
    }
    if (absence.isMoreThan(tolerated)) {
      return held(
          TOO_MANY_ABSENT, missing + ", at most " + tolerated + " % expected", Verdict.Miss.FIRST);
    }
    if (absence.records() * 100L < (long) absence.usual() * (100 - tolerated)) {
      return held(
          TOO_MANY_ABSENT,
          "%d records, usually %d".formatted(absence.records(), absence.usual()),
          Verdict.Miss.FIRST);
    }
    if (absence.week().exceeds(absence.absent(), tolerated)) {
      return held(
          TOO_MANY_IN_A_WEEK,
          "%s after %d others, at most %d %% of %d expected"
              .formatted(missing, absence.week().absent(), tolerated, absence.week().all()),
          Verdict.Miss.FIRST);
    }
    boolean isMuch = absence.isMoreThan(absence.expects().dropAtOnce());
    return isMuch || absence.left() <= SMALL_FEED ? waits(missing) : new Verdict.Withdraw();
  }

  /** What becomes of absent vacancies that had been absent before and came back lately. */
  public Verdict judgeWavering(int absent) {
    return waits("%d missing that had come back lately".formatted(absent));
  }

  private static Verdict held(NoticeKind kind, String why, Verdict.Miss miss) {
    return new Verdict.HoldBack(kind.about("", why), miss);
  }

  private static Verdict waits(String missing) {
    return new Verdict.WithdrawAfterSecondMiss(BACKING_OFF.about("", missing));
  }
}
