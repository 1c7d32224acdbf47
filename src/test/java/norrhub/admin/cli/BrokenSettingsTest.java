package norrhub.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import norrhub.Norrhub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenSettingsTest {
  @TempDir private Path home;

  @Test
  void aHubWhoseSettingsCannotBeReadStopsWithTheirLineAndNoStackTrace() throws Exception {
    Path file = Files.createDirectories(home.resolve("config")).resolve("application.yaml");
    Files.writeString(file, "spring:\n  datasource:\n\turl: x\n");

    Process hub =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Norrhub.class.getName())
            .directory(home.toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(hub.waitFor()).isEqualTo(2);
    assertThat(told)
        .isEqualToNormalizingNewlines(
            "Norrhub cannot start: config/application.yaml:3: a tab stands here: indent with spaces,"
                + " never with tabs\n");
  }

  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
