package norrhub.record;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Place;
import org.springframework.stereotype.Component;

/** Reads tables of text (CSV) as people and programs write them, with FastCSV. */
@Component
public final class CsvTableReader implements RecordReader<CsvSettings> {
  private final Limits limits;

  public CsvTableReader() {
    this(Limits.STANDARD);
  }

  CsvTableReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String kind() {
    return "csv";
  }

  @Override
  public Class<CsvSettings> settings() {
    return CsvSettings.class;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(CsvRecords.ROW_TOO_LONG, CsvRecords.UNKNOWN_COLUMN, CsvRecords.ODD_CHARACTER);
  }

  @Override
  public boolean tellsUnknownFields() {
    return true;
  }

  @Override
  public RecordStream open(PartFile part, CsvSettings settings) throws UnreadablePart, IOException {
    PartStart.check(part);
    CsvEncoding encoding = CsvEncoding.of(part);
    CsvDialect dialect;
    try (Reader start = encoding.open(part)) {
      dialect =
          CsvDialect.of(start, settings, limits)
              .orElseThrow(() -> new UnreadablePart(Place.of(part.name()), noHeading(settings)));
    }
    EndMarkedReader text = new EndMarkedReader(encoding.open(part));
    return new CsvRecords(part, limits, dialect, encoding, text);
  }

  private static Finding noHeading(CsvSettings settings) {
    String wanted = String.join(", ", settings.required());
    return PartNotices.WRONG_ROOT.about("", "no row with the headings " + wanted);
  }
}
