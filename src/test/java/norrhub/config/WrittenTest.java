package norrhub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s", "PT0.25S, 250ms", "PT1.5S, 1500ms", "PT1S, 1s", "PT1M, 1m", "PT90S, 90s",
    "PT30M, 30m", "PT1H, 1h", "PT90M, 90m", "PT24H, 1d", "PT36H, 36h", "P7D, 7d"
  })
  void aDurationIsWrittenAsConfigurationFilesWriteIt(Duration time, String written) {
    assertThat(Written.duration(time)).isEqualTo(written);
    Object read = TextType.of(Duration.class).orElseThrow().parse().apply(written);
    assertThat(read).isEqualTo(time);
  }
}
