package norrhub.record.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import norrhub.notice.SourceLocation;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.RecordStream;
import norrhub.record.UnreadablePart;

/** Opens Excel workbooks for the reader of tables. */
final class WorkbookReader {
  private static final String ZIP = "PK\u0003\u0004";

  private WorkbookReader() {}

  static boolean isZip(PartFile part) throws IOException {
    try (InputStream in = part.open()) {
      byte[] start = in.readNBytes(ZIP.length());
      return new String(start, ISO_8859_1).equals(ZIP);
    }
  }

  static RecordStream open(PartFile part, TableSettings settings, Limits limits)
      throws UnreadablePart, IOException {
    try {
      return new WorkbookRecords(part, settings, limits, Workbook.open(part, limits));
    } catch (FileNotFoundException e) {
      throw new UnreadablePart(
          SourceLocation.of(part.name()),
          PartNotices.WRONG_ROOT.about("", "a zip that is no Excel workbook (.xlsx)"));
    } catch (ZipException | XMLStreamException | OverLimit e) {
      throw unreadable(SourceLocation.of(part.name()), e);
    }
  }

  /** What the trouble means for the partner. */
  static UnreadablePart unreadable(SourceLocation place, Exception trouble) {
    Optional<OverLimit> limit = overLimit(trouble);
    return new UnreadablePart(
        place,
        limit.isPresent()
            ? PartNotices.OVER_LIMIT.about("", String.valueOf(limit.get().getMessage()))
            : PartNotices.MALFORMED.about(
                "", String.valueOf(trouble.getMessage()).lines().findFirst().orElse("")));
  }

  /** The parser wraps what its stream throws. */
  private static Optional<OverLimit> overLimit(Exception trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof OverLimit found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
