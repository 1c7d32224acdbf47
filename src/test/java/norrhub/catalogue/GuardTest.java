package norrhub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import norrhub.partner.Expects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          one of fifteen is filled                        , true , 14 ,  15 ,   1 , 15 15 15 , Withdraw
          a file that was not read whole                  , false, 14 ,  15 ,   1 , 15 15 15 , withdrawal-not-proven
          an empty file                                   , true ,  0 ,  15 ,  15 , 15 15 15 , withdrawal-too-few-records
          fewer than the admin expects                    , true ,  4 ,  12 ,   8 , 12       , withdrawal-too-few-records
          a file of a tenth                               , true , 40 , 400 , 360 , 400 400  , withdrawal-too-many-absent
          exactly as many as tolerated                    , true , 70 , 100 ,  30 , 100      , Withdraw
          one more than tolerated                         , true , 69 , 100 ,  31 , 100      , withdrawal-too-many-absent
          much shorter than usual though few are offered  , true , 60 ,  70 ,  10 , 400 400 400 70 60 , withdrawal-too-many-absent
          a small feed waits for a second miss            , true ,  8 ,   9 ,   1 , 9 9      , withdrawal-waits
          all records new and all old ones gone           , true , 50 ,  50 ,  50 , 50 50    , withdrawal-too-many-absent
          """)
  void judges(
      String story,
      boolean proven,
      int records,
      int offered,
      int absent,
      String lastSizes,
      String verdict) {
    List<Integer> sizes = Stream.of(lastSizes.split(" ")).map(Integer::valueOf).toList();
    var absence = new Absence(proven, records, offered, absent, sizes, new Expects(5, 30));

    assertThat(name(new Guard().judge(absence))).isEqualTo(verdict);
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
