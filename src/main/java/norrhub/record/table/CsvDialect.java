package norrhub.record.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import norrhub.record.Limits;

/**
 * How one table is written: the separator under which most headings are known. Titles that people
 * put above a table are passed over.
 *
 * @param headingRow the row that holds the heading, counted from 1
 */
record CsvDialect(char separator, int headingRow, TableHeading heading) {
  private static final char[] SEPARATORS = {';', ',', '\t', '|'};
  private static final int LOOKED_AT = 1 << 16;
  private static final int ROWS_ABOVE = 10;

  /** Empty when no separator shows a heading with the required columns. */
  static Optional<CsvDialect> of(Reader reader, TableSettings settings, Limits limits)
      throws IOException {
    char[] start = new char[LOOKED_AT];
    int length = 0;
    for (int count = 0; count >= 0 && length < LOOKED_AT; length += Math.max(count, 0)) {
      count = reader.read(start, length, LOOKED_AT - length);
    }
    CsvDialect best = null;
    for (char separator : SEPARATORS) {
      CsvDialect dialect =
          find(new String(start, 0, length), separator, settings, limits).orElse(null);
      if (dialect != null && (best == null || dialect.heading.known() > best.heading.known())) {
        best = dialect;
      }
    }
    return Optional.ofNullable(best);
  }

  CsvReader<CsvRecord> parser(Reader reader, Limits limits) {
    return parser(separator, limits).build(handler(limits), reader);
  }

  private static Optional<CsvDialect> find(
      String start, char separator, TableSettings settings, Limits limits) throws IOException {
    int row = 0;
    try (CsvReader<CsvRecord> rows = parser(separator, limits).build(handler(limits), start)) {
      for (CsvRecord cells : rows) {
        row++;
        TableHeading heading = TableHeading.of(cells.getFields(), settings);
        if (heading.known() > 0 && heading.has(settings.required())) {
          return Optional.of(new CsvDialect(separator, row, heading));
        }
        if (row > ROWS_ABOVE) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    } catch (CsvParseException e) {
      // Too many or too long cells: this is not the separator.
      return Optional.empty();
    }
  }

  private static CsvReader.CsvReaderBuilder parser(char separator, Limits limits) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .maxBufferSize(limits.recordBytes());
  }

  private static CsvRecordHandler handler(Limits limits) {
    return CsvRecordHandler.of(
        builder ->
            builder
                .maxFields(limits.attributes())
                .maxFieldSize(limits.recordBytes())
                .maxRecordSize(limits.recordBytes()));
  }
}
