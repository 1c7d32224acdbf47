package norrhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

  @Test
  void anArgumentMovesAListener() throws CannotStart {
    assertThat(Ports.of(List.of(), "--web=8180", "--imap=3144").of(Ports.WEB)).isEqualTo(8180);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--wbe=8180        | Unknown argument --wbe=8180. Did you mean --web=?",
        "--colour=3        | Unknown argument --colour=3. The sandbox knows --web=, --management=",
        "web=8180          | --web=8080",
        "--web             | --web does not name a port: write --web=8080",
        "--web=eighty      | --web=eighty does not name a port",
        "--web=0           | --web=0 does not name a port",
        "--web=70000       | --web=70000 does not name a port",
        "8180              | Unknown argument 8180"
      })
  void anArgumentThatMovesNothingIsReported(String argument, String message) {
    assertThatThrownBy(() -> Ports.of(List.of(), argument))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(message);
  }
}
