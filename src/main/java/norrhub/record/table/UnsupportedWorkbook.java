package norrhub.record.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.notice.SourceLocation;
import norrhub.record.PartFile;
import norrhub.record.UnreadablePart;

/**
 * Workbooks that spreadsheet programs write beside .xlsx. None of them is read: each is a format of
 * its own, and every program that writes one saves as .xlsx too.
 */
final class UnsupportedWorkbook {
  static final NoticeKind KIND =
      new NoticeKind(
          "workbook-not-supported",
          Severity.ERROR,
          "The hub does not read this kind of file: {value}. Open it, save it as an Excel workbook"
              + " (.xlsx) without a password, and send it again.",
          "Hubben läser inte den här sortens fil: {value}. Öppna den, spara den som"
              + " Excel-arbetsbok (.xlsx) utan lösenord och skicka den igen.");

  private static final String COMPOUND_FILE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

  /** Compound files are looked at so far. */
  private static final int MOST = 64 << 20;

  /** Directories of compound files have entries of this size, at a multiple of it. */
  private static final int ENTRY = 128;

  /** What a directory's entry makes of a compound file. */
  private static final Map<String, String> BY_STREAM = new LinkedHashMap<>();

  /** What an entry makes of a zip. */
  private static final Map<String, String> BY_ENTRY = new LinkedHashMap<>();

  static {
    BY_STREAM.put("Workbook", "Excel 97-2003 (.xls)");
    BY_STREAM.put("Book", "Excel 5.0/95 (.xls)");
    BY_STREAM.put("EncryptedPackage", "Office + password");
    BY_ENTRY.put("xl/workbook.bin", "Excel (.xlsb)");
    BY_ENTRY.put("content.xml", "OpenDocument");
  }

  private UnsupportedWorkbook() {}

  /** Rejects a compound file that is a workbook; any other is the content sniffer's to name. */
  static void check(PartFile part) throws UnreadablePart, IOException {
    try (InputStream in = new BufferedInputStream(part.open())) {
      byte[] entry = in.readNBytes(ENTRY);
      if (!text(entry).startsWith(COMPOUND_FILE)) {
        return;
      }
      for (int read = ENTRY; entry.length == ENTRY && read < MOST; read += ENTRY) {
        entry = in.readNBytes(ENTRY);
        for (var stream : BY_STREAM.entrySet()) {
          if (text(entry).startsWith(name(stream.getKey()))) {
            throw unreadable(part, stream.getValue());
          }
        }
      }
    }
  }

  /** Rejects a zip that is a workbook of another kind. */
  static void check(PartFile part, WorkbookZip zip) throws UnreadablePart {
    Optional<String> other =
        BY_ENTRY.keySet().stream().filter(zip::has).findFirst().map(BY_ENTRY::get);
    if (other.isPresent()) {
      throw unreadable(part, other.get());
    }
  }

  private static UnreadablePart unreadable(PartFile part, String value) {
    return new UnreadablePart(SourceLocation.of(part.name()), KIND.about("", value));
  }

  /** Names are ended by a zero. */
  private static String name(String stream) {
    return text((stream + '\0').getBytes(UTF_16LE));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
