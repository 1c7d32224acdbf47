package norrhub.record.table;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.SourceLocation;
import norrhub.record.ContentSniffer;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.RecordReader;
import norrhub.record.RecordStream;
import norrhub.record.UnreadablePart;
import org.springframework.stereotype.Component;

/**
 * Reads tables as people and programs write them: text (CSV) with FastCSV, and Excel workbooks. The
 * bytes tell which; whoever keeps a table sends the one or the other.
 */
@Component
public final class TableReader implements RecordReader<TableSettings> {
  private final Limits limits;

  public TableReader() {
    this(Limits.STANDARD);
  }

  TableReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String kind() {
    return "table";
  }

  @Override
  public Class<TableSettings> settings() {
    return TableSettings.class;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(
        CsvRecords.ROW_TOO_LONG,
        CsvRecords.UNKNOWN_COLUMN,
        CsvRecords.ODD_CHARACTER,
        UnsupportedWorkbook.KIND,
        WorkbookRecords.SHEET_HIDDEN,
        WorkbookRecords.ROWS_HIDDEN,
        WorkbookRecords.SHEET_WITHOUT_HEADING,
        WorkbookRecords.CELLS_UNANSWERED,
        WorkbookRecords.CELLS_MERGED);
  }

  @Override
  public boolean tellsUnknownFields() {
    return true;
  }

  @Override
  public RecordStream open(PartFile part, TableSettings settings)
      throws UnreadablePart, IOException {
    if (WorkbookReader.isZip(part)) {
      return WorkbookReader.open(part, settings, limits);
    }
    UnsupportedWorkbook.check(part);
    ContentSniffer.check(part);
    CsvEncoding encoding = CsvEncoding.of(part);
    CsvDialect dialect;
    try (Reader start = encoding.open(part)) {
      dialect =
          CsvDialect.of(start, settings, limits)
              .orElseThrow(
                  () -> new UnreadablePart(SourceLocation.of(part.name()), noHeading(settings)));
    }
    EndMarkedReader text = new EndMarkedReader(encoding.open(part));
    return new CsvRecords(part, limits, dialect, encoding, text);
  }

  private static Finding noHeading(TableSettings settings) {
    String wanted = String.join(", ", settings.required());
    return PartNotices.WRONG_ROOT.about("", "no row with the headings " + wanted);
  }
}
