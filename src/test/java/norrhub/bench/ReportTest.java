package norrhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void everyRatioHasTheMedianOfAllRawParsesBelowIt() {
    List<Step> steps =
        Stream.of(
                step("fresh", 1.0, 40),
                step("unchanged", 2.0, 6),
                step("fresh", 4.0, 60),
                step("unchanged", 2.0, 8),
                step("fresh", 3.0, 50),
                step("unchanged", 1.0, 7))
            .toList();
    Report report = new Report(1, 3, 1, steps);

    assertThat(report.ratio("fresh")).isEqualTo(25);
    assertThat(report.ratio("unchanged")).isEqualTo(3.5);
    assertThat(report.text()).contains("raw parse took 2.00", "| fresh |", "**25.0**", "**3.5**");
  }

  private static Step step(String name, double raw, double seconds) {
    return new Step(name, raw, new Cpu(0, 0), new Cpu(seconds, 0), 0, 0, "");
  }
}
