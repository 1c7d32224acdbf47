package norrhub.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import norrhub.record.Parts.Outcome;
import norrhub.record.json.JsonReader;
import norrhub.record.json.JsonSettings;
import norrhub.record.repair.Readers;
import norrhub.record.repair.Repair;
import norrhub.record.table.TableReader;
import norrhub.record.table.TableSettings;
import norrhub.record.xml.XmlReader;
import norrhub.record.xml.XmlSettings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The readers against public corpora of hostile and odd files, where those lie beside the house.
 */
class CorporaTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final Pattern NO_MARKUP =
      Pattern.compile("<!--.*?-->|<\\?.*?\\?>|<!\\[CDATA\\[.*?]]>", Pattern.DOTALL);

  private static final XmlSettings XML = new XmlSettings("doc/a", List.of(), List.of());

  private static List<Path> files(String folder, String name) throws IOException {
    Path root = CORPORA.resolve(folder);
    Assumptions.assumeTrue(Files.isDirectory(root), root + " is not here: nothing to test against");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static <S> Outcome read(RecordReader<S> reader, Path file, S settings)
      throws IOException {
    return Parts.read(reader, new PartFile(file.toString(), file), settings);
  }

  /**
   * W3C's suite: whatever is not well-formed, and whatever declares a document type, is refused.
   */
  @Test
  void noXmlThatIsNotWellFormedOrHasADoctypeIsTakenForWhole() throws IOException {
    List<Path> taken = new ArrayList<>();
    for (Path file : files("w3c-xml-conformance/xmlconf", ".*\\.xml")) {
      String text = new String(Files.readAllBytes(file), ISO_8859_1);
      boolean doctype = NO_MARKUP.matcher(text).replaceAll("").contains("<!DOCTYPE");
      boolean malformed = file.toString().contains("/not-wf/");
      boolean whole = read(new XmlReader(), file, XML).code().isEmpty();
      if (whole && (doctype || malformed)) {
        taken.add(file);
      }
    }
    assertThat(taken).isEmpty();
  }

  /** JSONTestSuite: y_ is read, n_ is refused, i_ may be either. */
  @Test
  void jsonIsReadAsTheStandardSays() throws IOException {
    List<Path> wrong = new ArrayList<>();
    for (Path file : files("json-test-suite", "[yn]_.*\\.json")) {
      String code =
          read(new JsonReader(), file, new JsonSettings("", List.of(), Optional.empty())).code();
      boolean valid = file.getFileName().toString().startsWith("y_");
      boolean duplicate = file.getFileName().toString().contains("duplicated_key");
      boolean list = code.isEmpty() || code.equals("part-wrong-root");
      if (list != (valid && !duplicate)) {
        wrong.add(file);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void oddJsonStopsNobody() throws IOException {
    for (Path file : files("json-test-suite", "(i_|number_|object_|string_|array_).*\\.json")) {
      assertThatCode(
              () -> read(new JsonReader(), file, new JsonSettings("", List.of(), Optional.empty())))
          .doesNotThrowAnyException();
    }
  }

  /** csv-spectrum: each table as its JSON says, under its own headings. */
  @Test
  void tablesAreReadAsTheSpectrumSays() throws IOException {
    for (Path file : files("csv-spectrum", ".*\\.csv")) {
      String name = file.getFileName().toString().replace(".csv", ".json");
      Path json = CORPORA.resolve("csv-spectrum/json").resolve(name);
      // The tables themselves lost their carriage returns on the way into the corpus.
      JsonNode expected = new ObjectMapper().readTree(Files.readString(json).replace("\\r", ""));
      Map<String, List<String>> columns = new TreeMap<>();
      if (!expected.has(0)) {
        continue; // says nothing about the columns
      }
      expected.get(0).fieldNames().forEachRemaining(column -> columns.put(column, List.of()));
      TableSettings settings = new TableSettings(columns, List.copyOf(columns.keySet()), List.of());

      List<JsonNode> rows =
          read(new TableReader(), file, settings).readings().stream()
              .map(reading -> ((SourceRecord) reading).content())
              .toList();

      assertThat(rows).as(file.toString()).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void filesOfAnotherKindAreRefusedByEveryReader() throws IOException {
    TableSettings table = new TableSettings(Map.of("ref", List.of()), List.of("ref"), List.of());
    for (Path file : files("poi-hostile", ".*\\.(xlsx?|docx?|zip|pdf|bin)")) {
      assertThat(read(new XmlReader(), file, XML).code()).as(file.toString()).isNotEmpty();
      assertThat(
              read(new JsonReader(), file, new JsonSettings("", List.of(), Optional.empty()))
                  .code())
          .isNotEmpty();
      assertThat(read(new TableReader(), file, table).code()).isNotEmpty();
    }
  }

  /** Workbooks that broke other libraries end here too, one way or the other. */
  @Test
  void hostileWorkbooksStopNobody() throws IOException {
    TableSettings table = new TableSettings(Map.of("ref", List.of()), List.of("ref"), List.of());
    for (Path file : files("poi-hostile", ".*\\.(xlsx|xlsm|xlsb|zip)")) {
      assertThatCode(() -> read(new TableReader(), file, table))
          .as(file.toString())
          .doesNotThrowAnyException();
    }
  }

  private static final Set<String> OF_XML =
      Set.of("bare-ampersands", "control-characters", "nameless-elements");

  /** What is well-formed goes through each repair of XML as it is, byte by byte. */
  @Test
  void noRepairTouchesXmlThatIsWellFormed() throws IOException {
    List<String> touched = new ArrayList<>();
    for (Path file : files("w3c-xml-conformance/xmlconf", ".*\\.xml")) {
      byte[] bytes = Files.readAllBytes(file);
      // XML 1.1 allows more characters; nobody sends it.
      boolean plain =
          !new String(bytes, ISO_8859_1).contains("<!DOCTYPE")
              && !file.toString().contains("/xml-1.1/");
      if (plain && !file.toString().contains("/not-wf/") && isWellFormed(file)) {
        for (Repair repair : Readers.repairs()) {
          if (OF_XML.contains(repair.name())
              && !Arrays.equals(
                  repair.repair(new ByteArrayInputStream(bytes)).readAllBytes(), bytes)) {
            touched.add(repair.name() + " " + file);
          }
        }
      }
    }
    assertThat(touched).isEmpty();
  }

  @Test
  void noRepairStumblesOverAnyFile() throws IOException {
    for (String folder : List.of("w3c-xml-conformance", "json-test-suite", "blns", "poi-hostile")) {
      for (Path file : files(folder, ".*")) {
        for (Repair repair : Readers.repairs()) {
          try (InputStream repaired = repair.repair(Files.newInputStream(file))) {
            Throwable objection = catchThrowable(repaired::readAllBytes);
            assertThat(objection == null || objection instanceof OverLimit).as("%s", file).isTrue();
          }
        }
      }
    }
  }

  private static boolean isWellFormed(Path file) throws IOException {
    String code = read(new XmlReader(), file, XML).code();
    return code.isEmpty() || code.equals("part-wrong-root");
  }
}
