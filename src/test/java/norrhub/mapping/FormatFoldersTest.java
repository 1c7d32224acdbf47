package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.config.ConfigFiles;
import norrhub.config.Home;
import norrhub.notice.Finding;
import norrhub.record.BrokenRecord;
import norrhub.record.PartFile;
import norrhub.record.Readers;
import norrhub.record.Reading;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under config/formats: its sample becomes what expected.json says. A new format needs
 * no new test. {@code mvn test -Dtest=FormatFoldersTest -Dgolden.update=true} rewrites the
 * expectations; read every line of the difference before you commit it.
 */
class FormatFoldersTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Path CONFIG = Path.of("config");
  private static final Formats FORMATS =
      new Formats(
          new Home(CONFIG, Path.of("routes"), Path.of("data")),
          new ConfigFiles(name -> Optional.empty()),
          Readers.all());

  static Stream<Path> folders() throws IOException {
    return Files.list(CONFIG.resolve("formats")).filter(Files::isDirectory).sorted();
  }

  @Test
  void noFolderIsSetAside() {
    assertThat(FORMATS.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theSampleBecomesWhatIsExpected(Path folder) throws Exception {
    Format format = FORMATS.find(folder.getFileName().toString()).orElseThrow();
    String found = JSON.writeValueAsString(readings(format, sample(folder))) + "\n";
    Path expected = folder.resolve("expected.json");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void draftsHoldOnlyFieldsThatRulesRead(Path folder) throws Exception {
    Format format = FORMATS.find(folder.getFileName().toString()).orElseThrow();
    readings(format, sample(folder))
        .forEach(reading -> assertThat(DraftFields.unknown(reading.path("draft"))).isEmpty());
  }

  private static PartFile sample(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path sample =
          files
              .filter(file -> file.getFileName().toString().startsWith("sample."))
              .findFirst()
              .orElseThrow();
      return new PartFile(sample.getFileName().toString(), sample);
    }
  }

  private static ArrayNode readings(Format format, PartFile part) throws Exception {
    ArrayNode readings = JSON.createArrayNode();
    try (RecordStream records = format.open(part)) {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        readings.add(reading(format, next.get()));
      }
      records.findings().forEach(finding -> readings.addObject().set("finding", finding(finding)));
    } catch (UnreadablePart e) {
      readings.addObject().put("place", e.place().toString()).set("finding", finding(e.finding()));
    }
    return readings;
  }

  private static ObjectNode reading(Format format, Reading reading) throws MappingFailed {
    ObjectNode node = JSON.createObjectNode().put("place", reading.place().toString());
    if (reading instanceof SourceRecord record) {
      Optional<String> key = format.key(record.content());
      node.put("key", key.orElse(null));
      node.set("draft", format.map(record.content()).fields());
    } else if (reading instanceof BrokenRecord broken) {
      node.set("finding", finding(broken.finding()));
    }
    return node;
  }

  private static ObjectNode finding(Finding finding) {
    return JSON.createObjectNode()
        .put("code", finding.kind().code())
        .put("field", finding.field())
        .put("value", finding.value());
  }
}
