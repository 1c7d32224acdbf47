package norrhub.record.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook whose texts are larger than the heap, read in a Java of its own with 256 MB. */
class WorkbookMemoryTest {
  private static final int ROWS = 100_000;
  private static final int LENGTH = 3_000;
  private static final String TEXTS = "xl/sharedStrings.xml";
  @TempDir Path folder;

  @Test
  void aHundredThousandTextsOfTheirOwnAreReadIn256Megabytes() throws Exception {
    Path book = folder.resolve("long.xlsx");
    write(book);
    Path out = folder.resolve("out");
    Process reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WorkbookMemoryTest.class.getName(),
                book.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();

    assertThat(reading.waitFor()).as(Files.readString(out)).isZero();
    assertThat(Files.readString(out)).contains(ROWS + " rows, " + (long) ROWS * LENGTH);
  }

  /** Reads the workbook as the hub does. */
  public static void main(String[] file) throws Exception {
    TableSettings settings =
        new TableSettings(
            Map.of("ref", List.of(), "title", List.of()), List.of("ref", "title"), List.of());
    int rows = 0;
    long characters = 0;
    PartFile part = new PartFile("long.xlsx", Path.of(file[0]));
    try (RecordStream records = new TableReader(Limits.STANDARD).open(part, settings)) {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        String title = ((SourceRecord) next.get()).content().path("title").asText();
        if (!title.startsWith(rows + " ")) {
          throw new IllegalStateException("row " + rows + " has " + title);
        }
        rows++;
        characters += title.length();
      }
    }
    System.out.println(rows + " rows, " + characters + " characters");
  }

  private static void write(Path file) throws IOException {
    String heading = Workbooks.row(1, "ref", "title");
    Workbooks frame = new Workbooks().sheet("Blad1", "visible", "").with(TEXTS, "");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(1);
      for (var entry : frame.entries().entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        if (entry.getKey().equals(TEXTS)) {
          texts(out);
        } else if (entry.getKey().endsWith("sheet1.xml")) {
          rows(out, heading);
        } else {
          out.write(entry.getValue());
        }
        out.flush();
      }
    }
  }

  private static void texts(Writer out) throws IOException {
    String filling = "Vi söker en läkare till norr. ".repeat(LENGTH / 20);
    out.write("<sst>");
    for (int i = 0; i < ROWS; i++) {
      out.write("<si><t>" + (i + " " + filling).substring(0, LENGTH) + "</t></si>");
    }
    out.write("</sst>");
  }

  private static void rows(Writer out, String heading) throws IOException {
    out.write("<worksheet><sheetData>" + heading);
    for (int i = 0; i < ROWS; i++) {
      out.write("<row><c><v>" + i + "</v></c><c t=\"s\"><v>" + i + "</v></c></row>");
    }
    out.write("</sheetData></worksheet>");
  }
}
