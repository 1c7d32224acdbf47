package norrhub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import norrhub.partner.Expects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {

  /** What the delivery is; what of the feed it lacks; what is usual; the last week; the verdict. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          # story                                        , proven, records, offered, absent, usual, gone absent, ended, drop, verdict
          one of forty is filled                         , true ,  39 ,  40 ,   1 ,  40 ,  0 ,   0 ,  30 , Withdraw
          the first delivery that lacks something        , true ,  95 , 100 ,   5 ,   0 ,  0 ,   0 ,  30 , Withdraw
          as many as may go at the first word            , true ,  85 , 100 ,  15 , 100 ,  0 ,   0 ,  30 , Withdraw
          one more than that                             , true ,  84 , 100 ,  16 , 100 ,  0 ,   0 ,  30 , withdrawal-waits
          exactly as many as tolerated                   , true ,  70 , 100 ,  30 , 100 ,  0 ,   0 ,  30 , withdrawal-waits
          one more than tolerated                        , true ,  69 , 100 ,  31 , 100 ,  0 ,   0 ,  30 , withdrawal-too-many-absent
          a file that was not read whole                 , false,  99 , 100 ,   1 , 100 ,  0 ,   0 ,  30 , withdrawal-not-proven
          a small file that was not read whole           , false,   9 ,  10 ,   1 ,  10 ,  0 ,   0 ,  30 , withdrawal-not-proven
          an empty file                                  , true ,   0 ,  40 ,  40 ,  40 ,  0 ,   0 ,  30 , withdrawal-too-few-records
          an empty file of a small feed                  , true ,   0 ,   7 ,   7 ,   7 ,  0 ,   0 ,  30 , withdrawal-too-few-records
          an empty file of a feed that tolerates all     , true ,   0 ,   7 ,   7 ,   7 ,  0 ,   0 , 100 , withdrawal-too-few-records
          fewer than the admin expects                   , true ,   4 ,  12 ,   8 ,  12 ,  0 ,   0 ,  30 , withdrawal-too-few-records
          a file of a tenth                              , true ,  40 , 400 , 360 , 400 ,  0 ,   0 ,  30 , withdrawal-too-many-absent
          all records new and all old ones gone          , true ,  50 ,  50 ,  50 ,  50 ,  0 ,   0 ,  30 , withdrawal-too-many-absent
          many rejected and the list cut                 , true ,  60 ,  70 ,  10 , 400 ,  0 ,   0 ,  30 , withdrawal-too-many-absent
          the rest ended by their deadlines              , true ,  65 ,  70 ,   5 ,  70 ,  0 , 330 ,  30 , Withdraw
          the second slice of a quarter                  , true ,  56 ,  75 ,  19 ,  75 , 25 ,   0 ,  30 , withdrawal-too-many-in-a-week
          small slices until the week is full            , true ,  64 ,  71 ,   2 ,  71 , 29 ,   0 ,  30 , withdrawal-too-many-in-a-week
          the last slice that the week bears             , true ,  70 ,  71 ,   1 ,  71 , 29 ,   0 ,  30 , Withdraw
          deadlines and removals do not count            , true ,  64 ,  71 ,   2 ,  71 ,  0 ,  29 ,  30 , Withdraw
          deadlines and removals make the whole larger   , true ,  64 ,  71 ,   5 ,  71 , 29 ,  29 ,  30 , Withdraw
          a small feed waits for a second miss           , true ,   8 ,   9 ,   1 ,   9 ,  0 ,   0 ,  30 , withdrawal-waits
          ten become six                                 , true ,   6 ,  10 ,   4 ,  10 ,  0 ,   0 ,  30 , withdrawal-waits
          ten become one                                 , true ,   5 ,  10 ,   9 ,  10 ,  0 ,   0 ,  30 , withdrawal-waits
          one of two                                     , true ,   5 ,   2 ,   1 ,   2 ,  0 ,   0 ,  30 , withdrawal-waits
          thirty lose one after a week of losses         , true ,  29 ,  30 ,   1 ,  90 , 60 ,   0 ,  30 , withdrawal-waits
          thirty lose nearly all                         , true ,   5 ,  30 ,  25 ,  30 ,  0 ,   0 ,  30 , withdrawal-waits
          thirty-one lose a third                        , true ,  20 ,  31 ,  11 ,  31 ,  0 ,   0 ,  30 , withdrawal-too-many-absent
          a page of twelve cut from a list of forty-two  , true ,  30 ,  42 ,  12 ,  42 ,  0 ,   0 ,  30 , withdrawal-waits
          one that makes a feed small                    , true ,  30 ,  31 ,   1 ,  31 ,  0 ,   0 ,  30 , withdrawal-waits
          nine of ten where the admin tolerates all      , true ,  40 , 400 , 360 , 400 , 90 ,   0 , 100 , Withdraw
          nothing where the admin tolerates nothing      , true ,  99 , 100 ,   1 , 100 ,  0 ,   0 ,   0 , withdrawal-too-many-absent
          """)
  void judges(
      String story,
      boolean proven,
      int records,
      int offered,
      int absent,
      int usual,
      int goneByAbsence,
      int ended,
      int dropAtMost,
      String verdict) {
    var week = new Turnover(offered, goneByAbsence, ended);
    var absence =
        new Absence(proven, records, offered, absent, usual, week, new Expects(5, dropAtMost));

    assertThat(name(new Guard().judge(absence))).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0} of {1} marked as not public")
  @CsvSource(
      textBlock =
          """
          1 ,   1 , Withdraw
          5 ,   9 , Withdraw
          3 ,  10 , Withdraw
          4 ,  10 , withdrawal-waits
          29,  30 , withdrawal-waits
          9 ,  31 , Withdraw
          10,  31 , withdrawal-too-many-not-public
          """)
  void judgesWhatIsMarkedAsNotPublic(int keptOut, int offered, String verdict) {
    assertThat(name(new Guard().judgeKeptOut(keptOut, offered, Expects.DEFAULT)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "withdrawal-not-proven         , false, 99, NONE",
    "withdrawal-too-few-records    , true ,  0, DOUBTFUL",
    "withdrawal-too-many-absent    , true , 60, FIRST"
  })
  void onlyWhatWasReadWholeAndIsNotEmptyIsAFirstMiss(
      String held, boolean proven, int records, Verdict.Miss miss) {
    var absence =
        new Absence(proven, records, 100, 40, 100, new Turnover(100, 0, 0), new Expects(5, 30));

    Verdict verdict = new Guard().judge(absence);
    assertThat(name(verdict)).isEqualTo(held);
    assertThat(((Verdict.HoldBack) verdict).miss()).isEqualTo(miss);
  }

  @Test
  void factsCannotBeNegative() {
    assertThatThrownBy(() -> new Turnover(1, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Absence(true, 1, -1, 0, 0, new Turnover(0, 0, 0), Expects.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String name(Verdict verdict) {
    if (verdict instanceof Verdict.HoldBack held) {
      return held.why().kind().code();
    }
    return verdict instanceof Verdict.WithdrawAfterSecondMiss waits
        ? waits.why().kind().code()
        : "Withdraw";
  }
}
