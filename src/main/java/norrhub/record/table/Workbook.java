package norrhub.record.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.PartFile;
import norrhub.record.StorageFailure;
import norrhub.record.UnreadablePart;

/**
 * An Excel workbook (.xlsx, Office Open XML): its sheets, and what their cells refer to. Read with
 * the hub's own limits, since libraries believe a cell that says it stands in column two billion.
 */
final class Workbook implements Closeable {
  private static final int MOST_SHEETS = 200;

  private final WorkbookZip zip;
  private final int fileLimit;
  private final List<Sheet> sheets = new ArrayList<>();
  private final SharedTexts texts = new SharedTexts();
  private CellFormats formats = CellFormats.none();
  private boolean from1904;

  private Workbook(WorkbookZip zip, int fileLimit) {
    this.zip = zip;
    this.fileLimit = fileLimit;
  }

  static Workbook open(PartFile part, Limits limits)
      throws IOException, XMLStreamException, UnreadablePart {
    Workbook book = new Workbook(WorkbookZip.of(part.open()), limits.recordBytes());
    try {
      UnsupportedWorkbook.check(part, book.zip);
      book.read();
      return book;
    } catch (IOException | XMLStreamException | UnreadablePart | RuntimeException e) {
      book.close();
      throw e;
    }
  }

  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  SheetRows rows(Sheet sheet, Limits limits) throws IOException, XMLStreamException {
    CellLinks links = CellLinks.of(zip, sheet, fileLimit);
    InputStream bytes = zip.open(sheet.path(), WorkbookZip.MOST_UNPACKED);
    return new SheetRows(new WorkbookXml(bytes), this, links, limits);
  }

  /** A text that several cells share; empty where there is none of that number. */
  String sharedText(String number) throws StorageFailure {
    try {
      return texts.get(Integer.parseInt(number.strip()));
    } catch (NumberFormatException e) {
      return "";
    }
  }

  /** A number as the sheet shows it. */
  String shown(String number, Optional<String> style) {
    return formats.of(style).shown(number, from1904);
  }

  private void read() throws IOException, XMLStreamException {
    String main = mainFile();
    String folder = main.substring(0, main.lastIndexOf('/') + 1);
    Map<String, String> targets =
        targets(folder + "_rels/" + main.substring(folder.length()) + ".rels", folder);
    WorkbookXml.each(
        zip.open(main, fileLimit),
        (parent, element) -> {
          if (element.name().equals("sheet") && parent.equals("sheets")) {
            add(element, targets);
          } else if (element.name().equals("workbookPr")) {
            from1904 = element.says("date1904");
          }
        });
    readTexts(targets.getOrDefault("sharedStrings", folder + "sharedStrings.xml"));
    Optional<InputStream> styles =
        zip.find(targets.getOrDefault("styles", folder + "styles.xml"), fileLimit);
    if (styles.isPresent()) {
      formats = CellFormats.of(styles.get());
    }
  }

  private void add(WorkbookXml element, Map<String, String> targets) throws OverLimit {
    if (sheets.size() == MOST_SHEETS) {
      throw new OverLimit("sheets > " + MOST_SHEETS);
    }
    String path = targets.getOrDefault(element.attribute("id").orElse(""), "");
    // Charts and old macros are sheets too, without rows.
    if (path.contains("worksheets/") && zip.has(path)) {
      boolean hidden = element.attribute("state").filter(s -> !s.equals("visible")).isPresent();
      sheets.add(new Sheet(element.attribute("name").orElse(""), path, hidden));
    }
  }

  private void readTexts(String path) throws IOException, XMLStreamException {
    Optional<InputStream> bytes = zip.find(path, WorkbookZip.MOST_UNPACKED);
    if (bytes.isPresent()) {
      WorkbookXml.each(
          bytes.get(),
          (parent, element) -> {
            if (element.name().equals("si")) {
              texts.add(element.texts());
            }
          });
    }
  }

  private String mainFile() throws IOException, XMLStreamException {
    return targets("_rels/.rels", "").getOrDefault("officeDocument", "xl/workbook.xml");
  }

  /** Paths by their relation's id, and by the last word of its type. */
  private Map<String, String> targets(String path, String folder)
      throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    Optional<InputStream> bytes = zip.find(path, fileLimit);
    if (bytes.isPresent()) {
      WorkbookXml.each(
          bytes.get(),
          (parent, element) -> {
            String target = element.attribute("Target").orElse("");
            String found = target.startsWith("/") ? target.substring(1) : folder + target;
            String type = element.attribute("Type").orElse("");
            element.attribute("Id").ifPresent(id -> targets.put(id, found));
            targets.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), found);
          });
    }
    return targets;
  }

  @Override
  public void close() throws IOException {
    try (texts) {
      zip.close();
    }
  }
}
