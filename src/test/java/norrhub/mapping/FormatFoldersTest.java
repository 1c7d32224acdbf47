package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;
import norrhub.record.repair.Readers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under config/formats: its sample becomes what expected.json says. A new format needs
 * no new test. {@code mvn test -Dtest=FormatFoldersTest -Dgolden.update=true} rewrites the
 * expectations; read every line of the difference before you commit it.
 */
class FormatFoldersTest {
  private static final Path CONFIG = Path.of("config");
  private static final Formats FORMATS =
      new Formats(
          new HubDirectories(CONFIG, Path.of("routes"), Path.of("data")),
          new ConfigFiles(name -> Optional.empty()),
          Readers.all(),
          Readers.repairs());

  static Stream<Path> folders() throws IOException {
    return Files.list(CONFIG.resolve("formats")).filter(Files::isDirectory).sorted();
  }

  @Test
  void noFolderIsRejected() {
    assertThat(FORMATS.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theSampleBecomesWhatIsExpected(Path folder) throws Exception {
    GoldenSample sample = sample(folder);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(sample.expected(), sample.found());
    }
    assertThat(sample.found()).isEqualTo(Files.readString(sample.expected()));
    assertThat(sample.check()).isEmpty();
  }

  @Test
  void anotherExpectationIsAFaultAtItsLine(@TempDir Path folder) throws Exception {
    Path good = CONFIG.resolve("formats/hrxml-platsbanken");
    Files.copy(good.resolve("sample.xml"), folder.resolve("sample.xml"));
    String expected = Files.readString(good.resolve("expected.json"));
    Files.writeString(
        folder.resolve("expected.json"), expected.replaceFirst("\"key\" : \"", "$0x"));
    Format format = FORMATS.find("hrxml-platsbanken").orElseThrow();
    assertThat(new GoldenSample(folder, format).check())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo(folder.resolve("expected.json"));
              assertThat(fault.line()).isEqualTo(3);
              assertThat(fault.text()).startsWith("the sample becomes something else here");
            });
  }

  @Test
  void aFolderWithoutASampleIsAFault(@TempDir Path folder) {
    Format format = FORMATS.find("hrxml-platsbanken").orElseThrow();
    assertThat(new GoldenSample(folder, format).check())
        .singleElement()
        .satisfies(fault -> assertThat(fault.text()).contains("no sample"));
  }

  private static GoldenSample sample(Path folder) {
    String id = folder.getFileName().toString();
    return new GoldenSample(folder, FORMATS.find(id).orElseThrow());
  }
}
