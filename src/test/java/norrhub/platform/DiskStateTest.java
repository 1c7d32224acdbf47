package norrhub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class DiskStateTest {
  private static final long MB = 1L << 20;
  private static final long GB = 1L << 30;

  @Test
  void whatIsNotSetIsAShareOfTheDiskAndNeverMuch() {
    DiskSettings settings = new DiskSettings(null, null);
    assertThat(settings.warnBelow(1000 * GB)).isEqualTo(GB);
    assertThat(settings.stopBelow(1000 * GB)).isEqualTo(200 * MB);
    assertThat(settings.warnBelow(100 * MB)).isEqualTo(10 * MB);
    assertThat(settings.stopBelow(100 * MB)).isEqualTo(5 * MB);
  }

  @Test
  void whatIsSetHolds() {
    DiskSettings settings = new DiskSettings(DataSize.ofMegabytes(50), DataSize.ofMegabytes(20));
    assertThat(level(settings, 51)).isEqualTo(DiskState.Level.ENOUGH);
    assertThat(level(settings, 49)).isEqualTo(DiskState.Level.LOW);
    assertThat(level(settings, 20)).isEqualTo(DiskState.Level.LOW);
    assertThat(level(settings, 19)).isEqualTo(DiskState.Level.FULL);
  }

  @Test
  void aWarningNeverComesAfterTheStop() {
    assertThat(new DiskSettings(null, DataSize.ofGigabytes(3)).warnBelow(1000 * GB))
        .isEqualTo(3 * GB);
    assertThatThrownBy(() -> new DiskSettings(DataSize.ofMegabytes(10), DataSize.ofMegabytes(20)))
        .hasMessageContaining("norrhub.disk.warn-below");
  }

  private static DiskState.Level level(DiskSettings settings, long free) {
    long total = 100 * MB;
    return DiskState.of(free * MB, total, settings.warnBelow(total), settings.stopBelow(total))
        .level();
  }
}
