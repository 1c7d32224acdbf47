package norrhub.catalogue.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import norrhub.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
  private static final Instant START = Sample.NOON;

  /**
   * An hour passes after the clocks agreed; then the hub's and the database's show this. Which time
   * is acted by, in hours since the start, before and after the clocks are compared?
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          # story                                , hub, database, acts by, doubted
          all agree                              ,  60,  60,  60, false
          five minutes apart                     ,  65,  60,  65, false
          the hub leaps a day                    ,1500,  60,  60, true
          the hub falls back a day               ,-1380, 60,-1380, true
          the database leaps a day               ,  60,1500,  60, true
          the database falls back a day          ,  60,-1380,-1380, true
          the machine of both leaps a day        ,1500,1500,  60, true
          the machine of both falls back a day   ,-1380,-1380,-1380, true
          """)
  void actsByTheEarliestOfWhatTheClocksAndThePassingOfTimeSay(
      String story, int hub, int database, int actsBy, boolean doubted) {
    Timeline timeline = Timeline.begin(START, START, 0);
    long hour = Duration.ofHours(1).toNanos();
    Instant wall = minutes(hub);

    Timeline compared = timeline.compared(wall, minutes(database), hour);
    assertThat(compared.earliest(wall, hour)).isEqualTo(minutes(actsBy));
    assertThat(compared.doubt(wall, hour).isPresent()).isEqualTo(doubted);
    if (hub > database + 10) {
      assertThat(timeline.earliest(wall, hour))
          .as("at once, before anybody asks the database")
          .isEqualTo(minutes(60));
    }
  }

  @Test
  void whileAClockIsDoubtedTimePassesAllTheSame() {
    Timeline leapt = leapt();
    long later = Duration.ofHours(6).toNanos();

    assertThat(leapt.earliest(minutes(24 * 60 + 360), later)).isEqualTo(minutes(360));
  }

  @Test
  void whenTheClocksAreRightAgainTheyAreBelievedAtOnce() {
    long later = Duration.ofHours(6).toNanos();
    Timeline right = leapt().compared(minutes(360), minutes(360), later);

    assertThat(right.doubt(minutes(360), later)).isEmpty();
    assertThat(right.earliest(minutes(360), later)).isEqualTo(minutes(360));
  }

  @Test
  void clocksThatStayWhereTheyLeaptToAreBelievedAfterADay() {
    Timeline leapt = leapt();
    for (int hour = 1; hour <= 24; hour++) {
      Instant clock = minutes((24 + hour) * 60);
      long nanos = Duration.ofHours(hour).toNanos();
      leapt = leapt.compared(clock, clock, nanos);
      assertThat(leapt.doubt(clock, nanos).isPresent()).as("hour %d", hour).isEqualTo(hour < 24);
    }
  }

  @Test
  void clocksThatDisagreeWithEachOtherAreNeverBelieved() {
    Timeline timeline = Timeline.begin(START, START, 0);
    long days = Duration.ofDays(9).toNanos();
    Instant wall = START.plus(Duration.ofDays(10));
    timeline = timeline.compared(wall, START.plus(Duration.ofDays(9)), days);

    assertThat(timeline.doubt(wall, days).orElseThrow())
        .isEqualTo("The clock of this machine is 24 h 0 min ahead of the database's");
    assertThat(timeline.earliest(wall, days)).isEqualTo(START.plus(Duration.ofDays(9)));
  }

  @ParameterizedTest(name = "the database is {0} hours off when the hub starts")
  @CsvSource({"-72", "72"})
  void clocksThatDisagreeWhenTheHubStartsAreBelievedAsSoonAsTheyAgree(int off) {
    Instant database = START.plus(Duration.ofHours(off));
    Timeline apart = Timeline.start(database, START, database, 0);
    assertThat(apart.doubt(START, 0)).isPresent();
    assertThat(apart.earliest(START, 0)).isEqualTo(off < 0 ? database : START);

    Timeline together = apart.compared(minutes(5), minutes(5), Duration.ofMinutes(5).toNanos());
    assertThat(together.doubt(minutes(5), Duration.ofMinutes(5).toNanos())).isEmpty();
  }

  /** What a hub believes that starts, in minutes since the start. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          # story                                        , believed then, database then, database now, believed now
          a restart                                      ,    0,    0,    1,    1
          down for two days                              ,    0,    0, 2880, 2880
          a restart during a leap of a day               ,    0, 1440, 1441,    1
          the leap was undone while it was down          ,    0, 1440,    5,    5
          the clock fell back a day while it was down    ,    0,    0,-1435,    0
          a restart during a fall                        ,    0,-1440,-1435,    5
          the fall was undone while it was down          ,    0,-1440,    5,    5
          """)
  void aDoubtOutlivesARestartAndAnHonestPauseIsNone(
      String story, int believed, int then, int now, int expected) {
    assertThat(ClockLine.believed(minutes(believed), minutes(then), minutes(now)))
        .isEqualTo(minutes(expected));
  }

  private static Timeline leapt() {
    Instant leapt = START.plus(Duration.ofDays(1));
    return Timeline.begin(START, START, 0).compared(leapt, leapt, 0);
  }

  private static Instant minutes(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }
}
