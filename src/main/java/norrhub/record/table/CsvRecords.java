package norrhub.record.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.notice.SourceLocation;
import norrhub.record.BrokenRecord;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import org.jspecify.annotations.Nullable;

/** The rows of one table under its heading. A row's number is the one a spreadsheet shows. */
final class CsvRecords implements RecordStream {
  static final NoticeKind ROW_TOO_LONG =
      new NoticeKind(
          "row-too-long",
          Severity.ERROR,
          "The row has more cells than the table has headings: {value}. A cell that holds the"
              + " separator or quotes must stand in quotes.",
          "Raden har fler celler än tabellen har rubriker: {value}. En cell som innehåller"
              + " skiljetecknet eller citattecken måste stå inom citattecken.");
  static final NoticeKind UNKNOWN_COLUMN =
      new NoticeKind(
          "column-unknown",
          Severity.WARNING,
          "The column {value} is not known, so nothing of it is published. Rename it, or add the"
              + " heading to the format.",
          "Kolumnen {value} är okänd, så inget i den publiceras. Byt namn på den, eller lägg till"
              + " rubriken i formatet.");
  static final NoticeKind ODD_CHARACTER =
      new NoticeKind(
          "text-odd-character",
          Severity.WARNING,
          "Line {value} holds a character that no text has, so the file was probably converted"
              + " wrongly. Export it as UTF-8.",
          "Rad {value} innehåller ett tecken som inte förekommer i text, så filen är troligen"
              + " felaktigt konverterad. Exportera den som UTF-8.");

  private final PartFile part;
  private final Limits limits;
  private final CsvDialect dialect;
  private final CsvEncoding encoding;
  private final EndMarkedReader text;
  private final CsvReader<CsvRecord> parser;
  private final Iterator<CsvRecord> rows;
  private @Nullable CsvRecord ahead;
  private int row;
  private int records;
  private int width;
  private SourceLocation last;

  CsvRecords(
      PartFile part,
      Limits limits,
      CsvDialect dialect,
      CsvEncoding encoding,
      EndMarkedReader text) {
    this.part = part;
    this.limits = limits;
    this.dialect = dialect;
    this.encoding = encoding;
    this.text = text;
    this.parser = dialect.parser(text, limits);
    this.rows = parser.iterator();
    this.ahead = rows.hasNext() ? rows.next() : null;
    this.last = SourceLocation.of(part.name());
  }

  @Override
  public Optional<ReadResult> next() throws UnreadablePart, IOException {
    try {
      while (ahead != null) {
        CsvRecord cells = ahead;
        ahead = rows.hasNext() ? rows.next() : null;
        row++;
        if (ahead == null) {
          checkEnd(cells);
        } else if (row > dialect.headingRow() && !isBlank(cells)) {
          return Optional.of(reading(cells));
        }
      }
      return Optional.empty();
    } catch (CsvParseException | OverLimit e) {
      throw new UnreadablePart(
          last, PartNotices.OVER_LIMIT.about("", String.valueOf(e.getMessage())));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The last row is the end mark, or the mark was swallowed by a cell that was never closed. */
  private void checkEnd(CsvRecord cells) throws UnreadablePart {
    if (!cells.getField(0).equals(EndMarkedReader.MARK)) {
      throw cutOff("a quoted cell never ends");
    }
  }

  /** Spreadsheets leave out empty cells at a row's end, but never the end of the last line. */
  private boolean isCutOff(CsvRecord cells) {
    return cells.getFieldCount() < dialect.heading().names().size()
        && !rows.hasNext()
        && !text.endedLine();
  }

  private ReadResult reading(CsvRecord cells) throws UnreadablePart, OverLimit {
    if (++records > limits.records()) {
      throw new OverLimit("records > " + limits.records());
    }
    last = new SourceLocation(part.name(), (int) cells.getStartingLineNumber(), "row " + row);
    if (isCutOff(cells)) {
      throw cutOff("the last row has too few cells and no end");
    }
    List<String> names = dialect.heading().names();
    // Some programs end every row but the heading with a separator; the first row shows it. A later
    // row that is wider has a separator too many somewhere, and its cells are not what they seem.
    width = records == 1 ? Math.max(names.size(), cells.getFieldCount()) : width;
    if (cells.getFieldCount() > width) {
      return new BrokenRecord(last, ROW_TOO_LONG.about("", cells.getFields().toString()));
    }
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.getFieldCount(); i++) {
      String cell = cells.getField(i);
      if (i < names.size()) {
        content.put(names.get(i), cell);
      } else if (!cell.isBlank()) {
        return new BrokenRecord(last, ROW_TOO_LONG.about("", cells.getFields().toString()));
      }
    }
    return new SourceRecord(last, content);
  }

  private UnreadablePart cutOff(String why) {
    return new UnreadablePart(last, PartNotices.CUT_OFF.about("", why));
  }

  private static boolean isBlank(CsvRecord cells) {
    return cells.getFields().stream().allMatch(String::isBlank);
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    dialect.heading().unknown().forEach(name -> findings.add(UNKNOWN_COLUMN.about("", name)));
    if (encoding.oddLine() > 0) {
      findings.add(ODD_CHARACTER.about("", String.valueOf(encoding.oddLine())));
    }
    return findings;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
