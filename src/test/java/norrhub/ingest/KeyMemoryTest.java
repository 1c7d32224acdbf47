package norrhub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.carrotsearch.hppc.LongHashSet;
import norrhub.vacancy.VacancyId;
import org.junit.jupiter.api.Test;

/** The keys of a delivery are kept in memory until its end: a million have to fit. */
class KeyMemoryTest {
  @Test
  void aMillionKeysFitInSeventeenMegabytesAndNoneIsTakenForAnother() {
    LongHashSet keys = new LongHashSet();
    for (int i = 0; i < 1_000_000; i++) {
      assertThat(keys.add(VacancyId.of("kraft", "job-" + i).hash64())).isTrue();
    }

    assertThat(keys.contains(VacancyId.of("kraft", "job-999999").hash64())).isTrue();
    assertThat(keys.contains(VacancyId.of("kraft", "job-1000000").hash64())).isFalse();
    assertThat(keys.ramBytesAllocated()).isLessThan(17_000_000);
  }
}
