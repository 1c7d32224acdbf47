package norrhub.record.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.notice.SourceLocation;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a workbook's sheets, each under its heading: of every sheet in sight that has one.
 * Cells beyond the heading are somebody's notes and are not read.
 */
final class WorkbookRecords implements RecordStream {
  static final NoticeKind SHEET_HIDDEN =
      new NoticeKind(
          "sheet-hidden",
          Severity.INFO,
          "The sheet {value} is hidden and was not read. Show it if its vacancies are to be"
              + " published.",
          "Bladet {value} är dolt och har inte lästs. Visa det om dess annonser ska publiceras.");
  static final NoticeKind ROWS_HIDDEN =
      new NoticeKind(
          "rows-hidden",
          Severity.WARNING,
          "Rows are hidden in {value} and were not read; their vacancies count as missing. Show the"
              + " rows, or clear the filter, if they are to be published.",
          "Rader är dolda i {value} och har inte lästs; deras annonser räknas som borttagna. Visa"
              + " raderna, eller rensa filtret, om de ska publiceras.");
  static final NoticeKind SHEET_WITHOUT_HEADING =
      new NoticeKind(
          "sheet-without-heading",
          Severity.INFO,
          "The sheet {value} has no row with the headings of vacancies and was not read.",
          "Bladet {value} har ingen rad med rubrikerna för annonser och har inte lästs.");
  static final NoticeKind CELLS_UNANSWERED =
      new NoticeKind(
          "cells-without-value",
          Severity.WARNING,
          "Formulas have no value in {value}; those cells are read as empty. Open the workbook,"
              + " correct the formulas and save it.",
          "Formler saknar värde i {value}; de cellerna läses som tomma. Öppna arbetsboken, rätta"
              + " formlerna och spara den.");
  static final NoticeKind CELLS_MERGED =
      new NoticeKind(
          "cells-merged",
          Severity.WARNING,
          "Cells are merged over several rows in {value}; only the first row has their text. Split"
              + " them and write it in each row.",
          "Celler är sammanfogade över flera rader i {value}; bara den första raden har deras text."
              + " Dela upp dem och skriv texten på varje rad.");

  private static final int ROWS_ABOVE = 10;

  private final PartFile part;
  private final TableSettings settings;
  private final Limits limits;
  private final Workbook book;
  private final Iterator<Sheet> sheets;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable OpenSheet open;
  private boolean anyHeading;
  private int records;
  private SourceLocation last;

  /**
   * @param hidden numbers of rows that were not read
   */
  private record OpenSheet(
      Sheet sheet, TableHeading heading, SheetRows rows, List<String> hidden) {}

  WorkbookRecords(PartFile part, TableSettings settings, Limits limits, Workbook book) {
    this.part = part;
    this.settings = settings;
    this.limits = limits;
    this.book = book;
    this.sheets = book.sheets().iterator();
    this.last = SourceLocation.of(part.name());
  }

  @Override
  public Optional<ReadResult> next() throws UnreadablePart, IOException {
    try {
      for (OpenSheet here = here(); here != null; here = here()) {
        for (var row = here.rows.next(); row.isPresent(); row = here.rows.next()) {
          if (row.get().isBlank()) {
            continue;
          }
          if (!row.get().hidden()) {
            return Optional.of(record(here, row.get()));
          }
          skip(here, row.get());
        }
        leave(here);
      }
    } catch (XMLStreamException | OverLimit e) {
      throw WorkbookReader.unreadable(last, e);
    }
    if (!anyHeading) {
      String wanted = String.join(", ", settings.required());
      throw new UnreadablePart(
          last, PartNotices.WRONG_ROOT.about("", "no sheet with the headings " + wanted));
    }
    return Optional.empty();
  }

  /** The sheet that is being read, or the next that can be; null after the last. */
  private @Nullable OpenSheet here() throws XMLStreamException, IOException {
    while (open == null && sheets.hasNext()) {
      Sheet sheet = sheets.next();
      if (sheet.hidden()) {
        findings.add(SHEET_HIDDEN.about("", sheet.name()));
      } else {
        enter(sheet);
      }
    }
    return open;
  }

  private void enter(Sheet sheet) throws XMLStreamException, IOException {
    last = new SourceLocation(part.name(), 0, sheet.name());
    SheetRows rows = book.rows(sheet, limits);
    for (int i = 0; i <= ROWS_ABOVE; i++) {
      Optional<TableHeading> heading =
          rows.next().map(row -> TableHeading.of(row.cells(), settings));
      if (heading.filter(found -> found.has(settings.required())).isPresent()) {
        anyHeading = true;
        open = new OpenSheet(sheet, heading.get(), rows, new ArrayList<>());
        heading.get().unknown().forEach(n -> findings.add(CsvRecords.UNKNOWN_COLUMN.about("", n)));
        return;
      }
    }
    rows.close();
    findings.add(SHEET_WITHOUT_HEADING.about("", sheet.name()));
  }

  private void skip(OpenSheet sheet, SheetRow row) {
    if (sheet.hidden.size() < limits.attributes()) {
      sheet.hidden.add(String.valueOf(row.number()));
    }
  }

  private void leave(OpenSheet sheet) throws XMLStreamException {
    sheet.rows.close();
    open = null;
    tell(ROWS_HIDDEN, sheet, sheet.hidden);
    tell(CELLS_UNANSWERED, sheet, sheet.rows.unanswered());
    tell(CELLS_MERGED, sheet, sheet.rows.merged());
  }

  private void tell(NoticeKind kind, OpenSheet sheet, List<String> cells) {
    if (!cells.isEmpty()) {
      String where = String.join(", ", cells.subList(0, Math.min(cells.size(), 5)));
      String more = cells.size() > 5 ? " …" : "";
      findings.add(kind.about("", sheet.sheet.name() + ": " + where + more));
    }
  }

  private ReadResult record(OpenSheet sheet, SheetRow row) throws OverLimit {
    if (++records > limits.records()) {
      throw new OverLimit("records > " + limits.records());
    }
    last = new SourceLocation(part.name(), 0, sheet.sheet.name() + " row " + row.number());
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    List<String> names = sheet.heading.names();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!name.isEmpty()) {
        content.put(name, settings.links().contains(name) ? row.address(i) : row.cell(i));
      }
    }
    return new SourceRecord(last, content);
  }

  @Override
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  @Override
  public void close() throws IOException {
    try (book) {
      if (open != null) {
        open.rows.close();
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
