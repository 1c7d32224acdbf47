package norrhub.record.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import norrhub.record.OverLimit;

/** The formats of a workbook's cells, by the number of their style. */
record CellFormats(List<CellFormat> byStyle) {
  private static final int MOST = 70_000;

  static CellFormats none() {
    return new CellFormats(List.of());
  }

  static CellFormats of(InputStream styles) throws IOException, XMLStreamException {
    Map<String, String> codes = new HashMap<>();
    List<CellFormat> formats = new ArrayList<>();
    WorkbookXml.each(
        styles,
        (parent, element) -> {
          if (element.name().equals("numFmt")) {
            codes.put(
                element.attribute("numFmtId").orElse(""),
                element.attribute("formatCode").orElse(""));
          } else if (element.name().equals("xf") && parent.equals("cellXfs")) {
            String id = element.attribute("numFmtId").orElse("0");
            formats.add(CellFormat.of(id, Optional.ofNullable(codes.get(id))));
          }
          if (formats.size() > MOST || codes.size() > MOST) {
            throw new OverLimit("cell formats > " + MOST);
          }
        });
    return new CellFormats(List.copyOf(formats));
  }

  CellFormat of(Optional<String> style) {
    try {
      int number = Integer.parseInt(style.orElse("0"));
      return number >= 0 && number < byStyle.size() ? byStyle.get(number) : CellFormat.GENERAL;
    } catch (NumberFormatException e) {
      return CellFormat.GENERAL;
    }
  }
}
