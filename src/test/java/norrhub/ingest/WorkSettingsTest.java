package norrhub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkSettingsTest {
  @ParameterizedTest
  @CsvSource({
    // processors, connections, workers
    "2, 12, 2",
    "8, 12, 2",
    "1, 12, 1",
    "8, 13, 3",
    "8, 28, 8",
    "16, 28, 8",
    "4, 7, 1",
    "4, 4, 1",
    "4, 1, 1"
  })
  void asManyWorkAsProcessorsAndPoolCarry(int processors, int pool, int workers) {
    assertThat(new WorkSettings(null).workers(processors, pool)).isEqualTo(workers);
  }

  @Test
  void anAdminMayWantAnotherNumber() {
    assertThat(new WorkSettings(5).workers(2, 12)).isEqualTo(5);
    assertThat(WorkSettings.poolFor(5)).isEqualTo(19);
    assertThatThrownBy(() -> new WorkSettings(0)).hasMessageContaining("norrhub.work.workers");
  }
}
