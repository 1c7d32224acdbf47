package norrhub.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something is asked again, or taken. */
class PollTuningTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"1,PT1M", "2,PT2M", "3,PT4M", "4,PT8M", "5,PT15M", "500,PT15M"})
  void aFeedThatFailsIsAskedLessAndLess(int failures, Duration pause) {
    assertThat(Backoff.after(failures, Duration.ofMinutes(1))).isEqualTo(pause);
  }

  @Test
  void aFeedThatIsAskedHourlyIsAskedHourly() {
    assertThat(Backoff.after(7, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120|2026-11-22T12:02:00Z",
        "0|2026-11-22T12:00:00Z",
        "Sun, 22 Nov 2026 12:10:00 GMT|2026-11-22T12:10:00Z",
        "Sun, 22 Nov 2026 11:00:00 GMT|2026-11-22T12:00:00Z",
        "999999999|2026-11-23T12:00:00Z",
        "soon|2026-11-22T12:05:00Z",
        "-5|2026-11-22T12:05:00Z",
        "99999999999999999999|2026-11-22T12:05:00Z"
      })
  void aServerSaysHowLongItWantsItsPeace(String header, Instant until) {
    assertThat(RetryAfter.until(Optional.of(header), NOON)).isEqualTo(until);
  }

  @Test
  void aFileRestsWhenItHasNotChangedForLongEnough() {
    StableFiles files = new StableFiles(Duration.ofSeconds(10));

    assertThat(files.rests("a", 1, 0, NOON)).isFalse();
    assertThat(files.rests("a", 1, 0, NOON.plusSeconds(9))).isFalse();
    assertThat(files.rests("a", 1, 0, NOON.plusSeconds(10))).isTrue();
  }

  @Test
  void aFileThatGrowsStartsAnew() {
    StableFiles files = new StableFiles(Duration.ofSeconds(10));
    files.rests("a", 1, 0, NOON);

    assertThat(files.rests("a", 2, 0, NOON.plusSeconds(10))).isFalse();
    assertThat(files.rests("a", 2, 1, NOON.plusSeconds(20))).isFalse();
    assertThat(files.rests("a", 2, 1, NOON.plusSeconds(30))).isTrue();
  }

  @Test
  void aFileThatWasGoneStartsAnew() {
    StableFiles files = new StableFiles(Duration.ofSeconds(10));
    files.rests("a", 1, 0, NOON);
    files.keepOnly(Set.of());

    assertThat(files.rests("a", 1, 0, NOON.plusSeconds(10))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "*.xml,jobs.xml,true",
    "*.xml,JOBS.XML,true",
    "*.xml,jobs.xml.part,false",
    "jobs-????.csv,jobs-2026.csv,true",
    "jobs-????.csv,jobs-26.csv,false",
    "jobs.xml,jobsxxml,false",
    "*,anything,true"
  })
  void aPatternMatchesWholeNames(String pattern, String name, boolean matches) {
    assertThat(new FileNameGlob(pattern).matches(name)).isEqualTo(matches);
  }
}
