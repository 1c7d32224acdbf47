package norrhub.record.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import norrhub.notice.Finding;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.Parts;
import norrhub.record.Parts.Outcome;
import norrhub.record.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final TableSettings TABLE =
      new TableSettings(
          Map.of("ref", List.of("Ref.nr"), "title", List.of("Titel"), "place", List.of("Ort")),
          List.of("ref", "title"),
          List.of());
  @TempDir Path folder;

  private Outcome read(String table) throws IOException {
    return read(table.getBytes(UTF_8));
  }

  private Outcome read(byte[] table) throws IOException {
    return Parts.read(new TableReader(), Parts.of(folder, table), TABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t", "|"})
  void theSeparatorIsFoundOut(String separator) throws IOException {
    String table = "Ref.nr;Titel;Ort\n1;Läkare;Luleå\n".replace(";", separator);

    assertThat(read(table).contents())
        .containsExactly("{\"ref\":\"1\",\"title\":\"Läkare\",\"place\":\"Luleå\"}");
  }

  @Test
  void aTextFullOfCommasDoesNotMisleadTheSeparator() throws IOException {
    assertThat(read("Ref.nr;Titel;Ort\n1;Läkare, ST, jour, natt, helg;Luleå, Boden\n").contents())
        .containsExactly(
            "{\"ref\":\"1\",\"title\":\"Läkare, ST, jour, natt, helg\",\"place\":\"Luleå, Boden\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ref.nr;Titel;Ort",
        "REF NR;TITEL:;ort",
        "\"Ref.nr\";\"Titel\";\"Ort\"",
        " ref ;title;place"
      })
  void headingsAreKnownHoweverTheyAreWritten(String heading) throws IOException {
    assertThat(read(heading + "\n1;Läkare;Luleå").contents())
        .containsExactly("{\"ref\":\"1\",\"title\":\"Läkare\",\"place\":\"Luleå\"}");
  }

  @Test
  void cellsMayHoldLinesQuotesAndSeparators() throws IOException {
    Outcome outcome =
        read("Ref.nr;Titel\r\n1;\"Läkare;\r\n\"\"bäst\"\" i norr\"\r\n2;Mätare 5\" rör\r\n");

    assertThat(outcome.contents())
        .containsExactly(
            "{\"ref\":\"1\",\"title\":\"Läkare;\\r\\n\\\"bäst\\\" i norr\"}",
            "{\"ref\":\"2\",\"title\":\"Mätare 5\\\" rör\"}");
    assertThat(outcome.places()).containsExactly("part:2 row 2", "part:4 row 3");
  }

  @Test
  void whatStandsAboveTheHeadingAndEmptyRowsArePassedOver() throws IOException {
    Outcome outcome = read("sep=;\nLediga tjänster;\n\nRef.nr;Titel\n;\n1;Läkare\n;\n\n2;Kock\n");

    assertThat(outcome.contents())
        .containsExactly(
            "{\"ref\":\"1\",\"title\":\"Läkare\"}", "{\"ref\":\"2\",\"title\":\"Kock\"}");
    assertThat(outcome.places()).containsExactly("part:6 row 6", "part:9 row 9");
  }

  @Test
  void theCharacterSetIsFoundOut() throws IOException {
    String table = "Ref.nr;Titel\n1;Överläkare – 45 000 €\n";
    byte[] marked = ("\uFEFF" + table).getBytes(UTF_8);

    for (byte[] bytes :
        List.of(
            table.getBytes(UTF_8), marked, table.getBytes(WINDOWS_1252), table.getBytes(UTF_16))) {
      assertThat(read(bytes).contents())
          .containsExactly("{\"ref\":\"1\",\"title\":\"Överläkare – 45 000 €\"}");
      assertThat(read(bytes).findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"81", "9d", "00"})
  void aCharacterThatNoTextHasIsReported(String hex) throws IOException {
    byte[] table = "Ref.nr;Titel\n1;Läkare?\n2;Kock\n".getBytes(WINDOWS_1252);
    table["Ref.nr;Titel\n1;Läkare".length()] = (byte) Integer.parseInt(hex, 16);

    assertThat(read(table).readings()).hasSize(2);
    assertThat(read(table).findings()).containsExactly(CsvRecords.ODD_CHARACTER.about("", "2"));
  }

  @Test
  void aColumnThatIsNotKnownIsReportedAndKept() throws IOException {
    Outcome outcome = read("Ref.nr;Titel;Facket;Titel\n1;Läkare;SACO;Doktor\n");

    assertThat(outcome.contents())
        .containsExactly(
            "{\"ref\":\"1\",\"title\":\"Läkare\",\"Facket\":\"SACO\",\"Titel\":\"Doktor\"}");
    assertThat(outcome.findings()).extracting(Finding::value).containsExactly("Facket", "Titel");
  }

  @Test
  void aRowWithTooManyCellsIsReportedAndNotRead() throws IOException {
    assertThat(read("Ref.nr;Titel\n1;Läkare\n2;Kock; natt\n3;Städare;\n4;Ekonom\n").contents())
        .containsExactly(
            "{\"ref\":\"1\",\"title\":\"Läkare\"}",
            "row-too-long",
            "row-too-long",
            "{\"ref\":\"4\",\"title\":\"Ekonom\"}");
  }

  @Test
  void aProgramMayEndEveryRowWithASeparator() throws IOException {
    assertThat(read("Ref.nr;Titel\n1;Läkare;\n2;Kock;\n").contents())
        .containsExactly(
            "{\"ref\":\"1\",\"title\":\"Läkare\"}", "{\"ref\":\"2\",\"title\":\"Kock\"}");
  }

  @Test
  void aSpreadsheetMayLeaveOutEmptyCellsAtARowsEnd() throws IOException {
    assertThat(read("Ref.nr;Titel;Ort\n1;Läkare\n2;Kock\n").code()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ref.nr;Titel;Ort\n1;Läkare;Luleå\n2;Kock, n",
        "Ref.nr;Titel;Ort\n1;Läkare;Luleå\n2;Kock;\"Bod",
        "Ref.nr;Titel;Ort\n1;Läkare;Luleå\n2;\"Kock\nsom kan",
        "Ref.nr;Titel;Ort\n1;Läkare;Luleå\n2;\"Kock\nsom kan\n"
      })
  void aTruncatedFileIsNotCompleteAndItsLastRowIsNotTaken(String table) throws IOException {
    assertThat(read(table).contents())
        .containsExactly("{\"ref\":\"1\",\"title\":\"Läkare\",\"place\":\"Luleå\"}");
    assertThat(read(table).code()).isEqualTo("part-cut-off");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                            | part-empty",
        "<html><body>Logga in</html>   | part-is-html",
        "Namn;Telefon                  | part-wrong-root",
        "Titel;Ort                     | part-wrong-root",
        "Ref.nr;Titel                  | ''",
      })
  void whatIsWrongWithAPartIsReported(String table, String code) throws IOException {
    assertThat(read(table).code()).isEqualTo(code);
  }

  @Test
  void aWorkbookOfOldOrOneWithAPasswordIsReported() throws IOException {
    byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3};

    assertThat(read(compound).code()).isEqualTo("part-is-binary");
  }

  @ParameterizedTest
  @CsvSource({
    "Workbook,Excel 97-2003 (.xls)",
    "Book,Excel 5.0/95 (.xls)",
    "EncryptedPackage,Office + password"
  })
  void aWorkbookOfAnotherKindIsRejectedByName(String stream, String name) throws IOException {
    byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    byte[] rest = {(byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    ByteBuffer file = ByteBuffer.allocate(4096).put(head).put(rest);
    file.put(1024, "Root Entry".getBytes(UTF_16LE));
    file.put(1024 + 128, stream.getBytes(UTF_16LE));

    Finding finding = read(file.array()).broken().orElseThrow().finding();

    assertThat(finding).isEqualTo(UnsupportedWorkbook.KIND.about("", name));
    file.put(1024 + 128, "WordDocument".getBytes(UTF_16LE));
    assertThat(read(file.array()).code()).isEqualTo("part-is-binary");
  }

  @ParameterizedTest
  @CsvSource({"xl/workbook.bin,Excel (.xlsb)", "content.xml,OpenDocument"})
  void aZipOfAnotherKindIsRejectedByName(String entry, String name) throws IOException {
    byte[] zip = Workbooks.zip(Map.of("[Content_Types].xml", "<Types/>", entry, "x"));

    assertThat(read(zip).broken().orElseThrow().finding())
        .isEqualTo(UnsupportedWorkbook.KIND.about("", name));
  }

  @Test
  void everythingThatCanGrowHasALimit() throws IOException {
    TableReader reader = new TableReader(new Limits(10, 20_000, 50, 5, 3, Duration.ofSeconds(10)));
    String long1 = "x".repeat(50_000);
    for (String rows :
        List.of(
            "1;\"" + long1 + "\"\n",
            "1;" + long1 + "\n",
            "1" + ";".repeat(10) + "\n",
            "1;a\n2;b\n3;c\n4;d\n")) {
      PartFile part = Parts.of(folder, "Ref.nr;Titel\n" + rows);
      assertThat(Parts.read(reader, part, TABLE).code()).isEqualTo("part-over-limit");
    }
  }
}
