package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NeedsDatabaseTest {
  @Test
  void aHubWithoutADatabaseStopsWithOneSentenceThatSaysWhatToSet() throws Exception {
    Process hub =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "norrhub.Norrhub")
            .redirectErrorStream(true)
            .start();
    String said = new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(hub.waitFor()).isEqualTo(2);
    assertThat(said.strip().lines())
        .singleElement()
        .asString()
        .startsWith("Norrhub needs a PostgreSQL database: set NORRHUB_DATABASE_URL");
  }
}
