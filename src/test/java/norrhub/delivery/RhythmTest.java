package norrhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import norrhub.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

  /** Hours between arrivals, and after how many more hours silence begins. */
  @ParameterizedTest(name = "{0}: silent after {2} h")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          daily                                | 24 24 24 24 24 24                   | 48
          twice a day                          | 12 12 12 12 12 12 12                | 24
          never less than a day                | 6 6 6 6 6                           | 24
          working days, and weekends are usual | 24 24 24 24 72 24 24 24 24 72       | 144
          one outage teaches nothing           | 24 24 24 200 24 24                  | 48
          weekly                               | 168 168 168 168                     | 336
          monthly: a month is always silence   | 720 720 720 720                     | 720
          too few to know                      | 24 24                               | 168
          one arrival                          | ''                                  | 168
          """)
  void silenceBeginsAfterTwiceTheUsualInterval(String feed, String intervals, long hours) {
    Rhythm rhythm = arrivals(intervals);

    assertThat(rhythm.isSilent(rhythm.last().plus(Duration.ofHours(hours).minusSeconds(1))))
        .as(feed + ", a second before")
        .isFalse();
    assertThat(rhythm.isSilent(rhythm.last().plus(Duration.ofHours(hours)))).as(feed).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"24 24 24 24", "2000 2000 2000 2000", "0 0 0 0", "''"})
  void thirtyDaysOfNothingAreSilenceWhateverWasUsual(String intervals) {
    Rhythm rhythm = arrivals(intervals);

    assertThat(rhythm.isSilent(rhythm.last().plus(Duration.ofDays(30)))).isTrue();
  }

  private static Rhythm arrivals(String intervals) {
    List<Instant> all = new ArrayList<>(List.of(Sample.NOON));
    for (String hours : intervals.isBlank() ? new String[0] : intervals.split(" ")) {
      all.add(all.get(all.size() - 1).plus(Duration.ofHours(Long.parseLong(hours))));
    }
    return new Rhythm(all, all.get(all.size() - 1));
  }
}
