package norrhub.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written by tests, as Excel lays them out. */
public final class Workbooks {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> files = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private String properties = "";
  private int count;

  public Workbooks() {
    files.put("[Content_Types].xml", "<Types/>");
    files.put(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            .formatted(RELATIONS));
  }

  public Workbooks with(String path, String content) {
    files.put(path, content);
    return this;
  }

  public Workbooks sheet(String name, String state, String rows) {
    count++;
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
            .formatted(name, count, state, count));
    relations.append(
        "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
            .formatted(count, RELATIONS, count));
    String sheet = rows.contains("<sheetData") ? rows : "<sheetData>" + rows + "</sheetData>";
    files.put(
        "xl/worksheets/sheet" + count + ".xml",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">%s</worksheet>"
            .formatted(sheet));
    return this;
  }

  /** Where cells of the sheet added last lead: each a cell or a range of cells, and an address. */
  public Workbooks links(String... refsAndTargets) {
    StringBuilder targets = new StringBuilder();
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < refsAndTargets.length; i += 2) {
      links.append("<hyperlink ref=\"%s\" r:id=\"rId%d\"/>".formatted(refsAndTargets[i], i));
      targets.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/hyperlink\" Target=\"%s\" TargetMode=\"External\"/>"
              .formatted(i, RELATIONS, refsAndTargets[i + 1]));
    }
    String sheet = "xl/worksheets/sheet" + count + ".xml";
    String behind = "<hyperlinks xmlns:r=\"%s\">%s</hyperlinks></worksheet>";
    files.computeIfPresent(
        sheet, (path, rows) -> rows.replace("</worksheet>", behind.formatted(RELATIONS, links)));
    files.put(
        "xl/worksheets/_rels/sheet" + count + ".xml.rels",
        "<Relationships>" + targets + "</Relationships>");
    return this;
  }

  public Workbooks from1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  public byte[] bytes() throws IOException {
    return zip(entries());
  }

  /** The files in the workbook's zip. */
  public Map<String, String> entries() {
    files.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
            .formatted(RELATIONS, properties, sheets));
    files.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    return files;
  }

  public static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** A row of cells, each a text. */
  public static String row(int number, String... texts) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < texts.length; i++) {
      row.append(
          "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
              .formatted('A' + i, number, texts[i]));
    }
    return row + "</row>";
  }
}
