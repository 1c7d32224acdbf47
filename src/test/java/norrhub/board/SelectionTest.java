package norrhub.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {
  /**
   * It is stored with each board. Another text for the same selection would have every board hold
   * all open vacancies against it once more.
   */
  @Test
  void theFingerprintOfASelectionIsTheOneThatHubsHaveStored() {
    assertThat(Selection.ALL.fingerprint())
        .isEqualTo("Selection[counties=Optional.empty, remote=false, partners=Optional.empty]");
    assertThat(
            new Selection(
                    Optional.of(List.of("22", "25")), true, Optional.of(List.of("lkab", "ssab")))
                .fingerprint())
        .isEqualTo(
            "Selection[counties=Optional[[22, 25]], remote=true, partners=Optional[[lkab, ssab]]]");
  }
}
