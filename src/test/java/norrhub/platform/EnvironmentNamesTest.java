package norrhub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import norrhub.config.PlaceholderResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.mock.env.MockEnvironment;

class EnvironmentNamesTest {
  @TempDir private Path config;
  private final MockEnvironment environment = new MockEnvironment();

  private PlaceholderResolver names() {
    return new EnvironmentNames(
        environment, new HubDirectories(config, Path.of("r"), Path.of("d")));
  }

  @Test
  void aSecretIsTakenLetterByLetter() {
    environment.setProperty("PASSWORD", "a${b}#{c}\\ ");

    assertThat(names().value("PASSWORD")).contains("a${b}#{c}\\ ");
  }

  @Test
  void whatTheEnvironmentLacksIsReadFromAFileWithoutItsLastLineEnd() throws IOException {
    Files.createDirectory(config.resolve("secrets"));
    Files.writeString(config.resolve("secrets/KEY"), "-----BEGIN\nabc\n-----END\r\n");

    assertThat(names().value("KEY")).contains("-----BEGIN\nabc\n-----END");
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws IOException {
    environment.setProperty("KEY", "one");
    Files.createDirectory(config.resolve("secrets"));
    Files.writeString(config.resolve("secrets/KEY"), "other");

    assertThat(names().value("KEY")).contains("one");
  }

  @Test
  void aFileThatWasChangedGoesBeforeWhatSpringReadOfItAtTheStart() throws IOException {
    Path file = Files.createDirectory(config.resolve("secrets")).resolve("KEY");
    Files.writeString(file, "old");
    var read = new ConfigTreePropertySource("secrets", config.resolve("secrets"));
    environment.getPropertySources().addLast(read);
    assertThat(String.valueOf(read.getProperty("KEY"))).isEqualTo("old");

    Files.writeString(file, "new");

    assertThat(names().value("KEY")).contains("new");
  }

  @Test
  void whatIsNowhereIsAbsent() {
    assertThat(names().value("KEY")).isEmpty();
  }
}
