package norrhub.record.table;

import static norrhub.record.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.Parts;
import norrhub.record.Parts.Outcome;
import norrhub.record.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Excel workbooks as the reader of tables takes them. */
class WorkbookTest {
  private static final TableSettings TABLE =
      new TableSettings(
          Map.of("ref", List.of("Ref.nr"), "title", List.of("Titel"), "place", List.of("Ort")),
          List.of("ref", "title"),
          List.of());
  private static final String HEADING = row(1, "Ref.nr", "Titel", "Ort");
  @TempDir Path folder;

  private Outcome read(Workbooks book) throws IOException {
    return read(book.bytes());
  }

  private Outcome read(byte[] book) throws IOException {
    return Parts.read(new TableReader(), Parts.of(folder, book), TABLE);
  }

  private Outcome readCell(String cell, String styles) throws IOException {
    return read(
        new Workbooks()
            .with("xl/styles.xml", styles)
            .sheet("Blad1", "visible", HEADING + "<row r=\"2\">" + cell + "</row>"));
  }

  private static List<String> codes(Outcome outcome) {
    return outcome.findings().stream().map(f -> f.kind().code() + " " + f.value()).toList();
  }

  @Test
  void rowsUnderTheHeadingAreRecords() throws IOException {
    Outcome outcome =
        read(
            new Workbooks()
                .sheet(
                    "Lediga",
                    "visible",
                    HEADING + row(2, "1", "Läkare", "Luleå") + row(5, "2", "Kock")));

    assertThat(outcome.contents())
        .containsExactly(
            "{\"ref\":\"1\",\"title\":\"Läkare\",\"place\":\"Luleå\"}",
            "{\"ref\":\"2\",\"title\":\"Kock\",\"place\":\"\"}");
    assertThat(outcome.places()).containsExactly("part Lediga row 2", "part Lediga row 5");
    assertThat(outcome.code()).isEmpty();
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void aMergedTitleAboveTheHeadingIsPassedOver() throws IOException {
    String rows =
        "<sheetData>"
            + row(1, "Lediga tjänster vecka 47")
            + row(3, "Ref.nr", "Titel")
            + row(4, "1", "Läkare")
            + "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>";
    Outcome outcome = read(new Workbooks().sheet("Blad1", "visible", rows));

    assertThat(outcome.contents()).containsExactly("{\"ref\":\"1\",\"title\":\"Läkare\"}");
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void cellsMergedOverSeveralRowsAreReported() throws IOException {
    String rows =
        "<sheetData>"
            + HEADING
            + row(2, "1", "Läkare", "Luleå")
            + row(3, "2", "Kock")
            + "</sheetData><mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>";

    assertThat(codes(read(new Workbooks().sheet("Blad1", "visible", rows))))
        .containsExactly("cells-merged Blad1: C2:C3");
  }

  @Test
  void everySheetInSightWithAHeadingIsReadAndTheOthersAreReported() throws IOException {
    Outcome outcome =
        read(
            new Workbooks()
                .sheet("Läs mig", "visible", row(1, "Fyll i bladet Vård"))
                .sheet("Vård", "visible", HEADING + row(2, "1", "Läkare"))
                .sheet("Gammalt", "hidden", HEADING + row(2, "2", "Kock"))
                .sheet("Koder", "veryHidden", HEADING)
                .sheet("Teknik", "visible", HEADING + row(2, "3", "Ingenjör")));

    assertThat(outcome.places()).containsExactly("part Vård row 2", "part Teknik row 2");
    assertThat(codes(outcome))
        .containsExactly(
            "sheet-without-heading Läs mig", "sheet-hidden Gammalt", "sheet-hidden Koder");
  }

  @Test
  void hiddenRowsAreNotReadAndTold() throws IOException {
    String hidden = row(3, "2", "Dold").replace("<row ", "<row hidden=\"1\" ");
    String flat = row(4, "3", "Platt").replace("<row ", "<row ht=\"0\" customHeight=\"1\" ");
    String blank = "<row r=\"5\" hidden=\"true\"><c r=\"A5\"/></row>";
    String rows = HEADING + row(2, "1", "Läkare") + hidden + flat + blank + row(6, "4", "Kock");
    Outcome outcome = read(new Workbooks().sheet("Blad1", "visible", rows));

    assertThat(outcome.places()).containsExactly("part Blad1 row 2", "part Blad1 row 6");
    assertThat(codes(outcome)).containsExactly("rows-hidden Blad1: 3, 4");
  }

  @Test
  void aHiddenRowMayBeTheHeading() throws IOException {
    String heading = HEADING.replace("<row ", "<row hidden=\"1\" ");
    Outcome outcome =
        read(new Workbooks().sheet("Blad1", "visible", heading + row(2, "1", "Läkare")));

    assertThat(outcome.contents()).hasSize(1);
    assertThat(outcome.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ansök här           | C2    | https://j.example/10              | https://j.example/10",
        "Ansök här           | $C$2  | HTTPS://j.example/10?a=1          | HTTPS://j.example/10?a=1",
        "Ansök här           | C1:C1048576 | https://j.example/10        | https://j.example/10",
        "Ansök här           | B1:D3 | https://j.example/10              | https://j.example/10",
        "Ansök här           | C2    | mailto:hr@j.example?subject=Kock  | mailto:hr@j.example",
        "''                  | C2    | https://j.example/10              | https://j.example/10",
        "https://j.example/9 | C2    | https://j.example/10              | https://j.example/9",
        "hr@j.example        | C2    | mailto:hr@j.example               | hr@j.example",
        "Ansök här           | C2    | file:///C:/annons.docx            | Ansök här",
        "Ansök här           | C2    | ../annons.html                    | Ansök här",
        "Ansök här           | C3    | https://j.example/10              | Ansök här",
        "Ansök här           | Blad1!C2 | https://j.example/10           | Ansök här",
      })
  void theAddressOfACellIsWhereItLeads(String text, String ref, String target, String address)
      throws IOException {
    String rows = HEADING + row(2, "1", "Kock", text);
    Workbooks book =
        new Workbooks()
            .sheet("Blad1", "visible", rows)
            .links(ref, target, "A2", "https://j.example/no-address");
    TableSettings settings = new TableSettings(TABLE.columns(), TABLE.required(), List.of("place"));
    Outcome outcome = Parts.read(new TableReader(), Parts.of(folder, book.bytes()), settings);

    assertThat(outcome.contents())
        .containsExactly("{\"ref\":\"1\",\"title\":\"Kock\",\"place\":\"" + address + "\"}");
    assertThat(outcome.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "HYPERLINK(\"https://j.example/10\",\"Ansök\")   | https://j.example/10",
        "hyperlink( \"https://j.example/a\"\"b\" )       | https://j.example/a\\\"b",
        "HYPERLINK(\"#Blad2!A1\",\"Ansök\")              | Ansök",
        "HYPERLINK(\"https://j.example/\"&amp;A2,\"Ansök\") | Ansök",
        "CONCAT(\"An\",\"sök\")                          | Ansök",
      })
  void aFormulaMayLeadToAnAddress(String formula, String address) throws IOException {
    String cell = "<c r=\"A2\" t=\"str\"><f>%s</f><v>Ansök</v></c>".formatted(formula);
    Workbooks book =
        new Workbooks().sheet("Blad1", "visible", HEADING + "<row r=\"2\">" + cell + "</row>");
    TableSettings settings = new TableSettings(TABLE.columns(), TABLE.required(), List.of("ref"));
    Outcome outcome = Parts.read(new TableReader(), Parts.of(folder, book.bytes()), settings);

    assertThat(outcome.contents()).first().asString().contains("\"ref\":\"" + address + "\"");
  }

  /** Libraries keep an entry for each of two billion columns, links and merged cells. */
  @Test
  void rangesWithoutEndCostNothingOrAreOverTheLimit() throws IOException {
    String columns = "<cols><col min=\"1\" max=\"2147483647\" hidden=\"1\"/></cols>";
    String rows = "<sheetData>" + HEADING + row(2, "1", "Kock") + "</sheetData>";
    String merged = "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>";
    assertThat(read(new Workbooks().sheet("Blad1", "visible", columns + rows + merged)).contents())
        .hasSize(1);
    String everywhere = "A1:XFD1048576";
    Workbooks wide = new Workbooks().sheet("Blad1", "visible", rows);
    assertThat(read(wide.links(everywhere, "https://j.example/10")).contents()).hasSize(1);
    String[] wides =
        Collections.nCopies(101, List.of(everywhere, "https://j.example/10")).stream()
            .flatMap(List::stream)
            .toArray(String[]::new);
    Workbooks many = new Workbooks().sheet("Blad1", "visible", rows);
    assertThat(read(many.links(wides)).code()).isEqualTo("part-over-limit");
  }

  @Test
  void aFormulaWithoutEndStopsNobody() throws IOException {
    String cell = "<c r=\"A2\" t=\"str\"><f>HYPERLINK(\"%s</f><v>1</v></c>";
    for (String text : List.of("x".repeat(500_000), "\"\"".repeat(250_000))) {
      Outcome outcome =
          readCell(cell.formatted(text) + "<c r=\"B2\"><v>2</v></c>", "<styleSheet/>");

      assertThat(outcome.contents()).hasSize(1);
      assertThat(outcome.code()).isEmpty();
    }
  }

  /** Styles 1 to 7 of the workbook below. */
  private static final String STYLES =
      """
      <styleSheet><numFmts>
        <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/>
        <numFmt numFmtId="165" formatCode="[$-41D]d\\ mmmm\\ yyyy"/>
        <numFmt numFmtId="166" formatCode="0000"/>
        <numFmt numFmtId="167" formatCode="000000\\-0000"/>
        <numFmt numFmtId="168" formatCode="#,##0.00\\ &quot;kr per day&quot;"/>
      </numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
        <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="9"/><xf numFmtId="168"/></cellXfs>
      </styleSheet>
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 46374              | 2026-12-18",
        "2 | 46374.0            | 2026-12-18",
        "3 | 46374.5            | 2026-12-18T12:00",
        "1 | 1                  | 1900-01-01",
        "1 | 61                 | 1900-03-01",
        "1 | 9999999            | 9999999",
        "4 | 815                | 0815",
        "4 | 12345              | 12345",
        "5 | 1234567890         | 123456-7890",
        "5 | 12345678           | 001234-5678",
        "6 | 0.75               | 75%",
        "6 | 1                  | 100%",
        "7 | 38000              | 38000",
        "0 | 4.2E7              | 42000000",
        "0 | 0.30000000000000004 | 0.3",
        "0 | 46374              | 46374",
        "99 | 7                 | 7",
        "0 | 1E999999999        | 1E999999999",
        "1 | abc                | abc",
      })
  void aNumberIsReadAsTheSheetShowsIt(String style, String stored, String shown)
      throws IOException {
    String cell = "<c r=\"A2\" s=\"%s\"><v>%s</v></c>".formatted(style, stored);

    assertThat(readCell(cell, STYLES).contents())
        .first()
        .asString()
        .contains("\"ref\":\"" + shown + "\"");
  }

  @Test
  void daysMayBeCountedFrom1904() throws IOException {
    Outcome outcome =
        read(
            new Workbooks()
                .from1904()
                .with("xl/styles.xml", STYLES)
                .sheet(
                    "Blad1",
                    "visible",
                    HEADING + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44912</v></c></row>"));

    assertThat(outcome.contents()).first().asString().contains("2026-12-18");
  }

  @Test
  void formulasGiveWhatTheyCameToAndTheUnansweredAreReported() throws IOException {
    Outcome outcome =
        readCell(
            "<c r=\"A2\" t=\"str\"><f>\"SK-\"&amp;1</f><v>SK-1</v></c>"
                + "<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                + "<c r=\"C2\"><f>NOW()</f></c>",
            "<styleSheet/>");

    assertThat(outcome.contents())
        .containsExactly("{\"ref\":\"SK-1\",\"title\":\"\",\"place\":\"\"}");
    assertThat(codes(outcome)).containsExactly("cells-without-value Blad1: B2, C2");
  }

  @Test
  void textsAreSharedRichOrTrue() throws IOException {
    String rows =
        HEADING
            + "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"b\"><v>1</v></c></row>"
            + "<row><c t=\"s\"><v>7</v></c><c t=\"s\"><v>x</v></c></row>";
    Outcome outcome =
        read(
            new Workbooks()
                .with(
                    "xl/sharedStrings.xml",
                    "<sst><si><r><t>Läk</t></r><r><t>are</t></r><rPh><t>x</t></rPh></si>"
                        + "<si><t xml:space=\"preserve\"> 1 </t></si></sst>")
                .sheet("Blad1", "visible", rows));

    assertThat(outcome.contents())
        .containsExactly("{\"ref\":\" 1 \",\"title\":\"Läkare\",\"place\":\"true\"}");
    assertThat(outcome.places()).containsExactly("part Blad1 row 2");
  }

  @Test
  void headingsThatAreNotKnownAreReportedAndCellsBeyondThemAreNotRead() throws IOException {
    Outcome outcome =
        read(
            new Workbooks()
                .sheet(
                    "Blad1",
                    "visible",
                    row(1, "Ref.nr", "Titel", "Facket")
                        + row(2, "1", "Läkare", "SACO", "ring Eva")
                        + "<row r=\"3\"><c r=\"ZZZZZZ3\"><v>1</v></c></row>"));

    assertThat(outcome.contents())
        .containsExactly("{\"ref\":\"1\",\"title\":\"Läkare\",\"Facket\":\"SACO\"}");
    assertThat(codes(outcome)).containsExactly("column-unknown Facket");
  }

  @Test
  void whatIsWrongWithAWorkbookIsReported() throws IOException {
    byte[] whole = new Workbooks().sheet("Blad1", "visible", HEADING).bytes();
    Workbooks cut = new Workbooks().sheet("Blad1", "visible", HEADING + "<row r=\"2\"><c>");
    Workbooks doctype =
        new Workbooks().with("xl/styles.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>");

    assertThat(read(Arrays.copyOf(whole, whole.length / 2)).code()).isEqualTo("part-malformed");
    assertThat(read(cut).code()).isEqualTo("part-malformed");
    assertThat(read(doctype.sheet("Blad1", "visible", HEADING)).code()).isEqualTo("part-malformed");
    assertThat(read(Workbooks.zip(Map.of("word/document.xml", "<d/>"))).code())
        .isEqualTo("part-wrong-root");
    assertThat(read(new Workbooks().sheet("Blad1", "visible", row(1, "Namn", "Telefon"))).code())
        .isEqualTo("part-wrong-root");
    assertThat(read(new Workbooks().sheet("Blad1", "hidden", HEADING)).code())
        .isEqualTo("part-wrong-root");
  }

  @Test
  void everythingThatCanGrowHasALimit() throws IOException {
    TableReader reader = new TableReader(new Limits(10, 20_000, 50, 5, 3, Duration.ofSeconds(10)));
    String long1 = "x".repeat(30_000);
    for (Workbooks book :
        List.of(
            new Workbooks().sheet("Blad1", "visible", HEADING + row(2, "1", long1)),
            new Workbooks().sheet("Blad1", "visible", HEADING + "<a>".repeat(100)),
            new Workbooks().sheet("Blad1", "visible", HEADING + row(2, "1", "x".repeat(2 << 20))),
            new Workbooks()
                .with("xl/styles.xml", "<a>" + long1 + "</a>")
                .sheet("Blad1", "visible", HEADING),
            new Workbooks()
                .sheet(
                    "Blad1",
                    "visible",
                    HEADING + row(2, "1") + row(3, "2") + row(4, "3") + row(5, "4")))) {
      PartFile part = Parts.of(folder, book.bytes());
      assertThat(Parts.read(reader, part, TABLE).code()).isEqualTo("part-over-limit");
    }
  }

  @Test
  void noCopyOfAWorkbookStaysBehind() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Set<Path> before = copies(temporary);
    read(new Workbooks().sheet("Blad1", "visible", HEADING));

    // Other processes of tests read workbooks too.
    await().untilAsserted(() -> assertThat(before).containsAll(copies(temporary)));
  }

  private static Set<Path> copies(Path folder) throws IOException {
    Set<Path> found = new TreeSet<>();
    try (var files = Files.newDirectoryStream(folder, "norrhub-workbook*")) {
      files.forEach(found::add);
    }
    return found;
  }
}
