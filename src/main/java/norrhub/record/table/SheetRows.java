package norrhub.record.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import norrhub.record.Limits;
import norrhub.record.OverLimit;

/** The rows of one sheet, one at a time. */
final class SheetRows implements AutoCloseable {
  private final WorkbookXml xml;
  private final Workbook book;
  private final CellLinks links;
  private final Limits limits;
  private final TreeSet<String> unanswered = new TreeSet<>();
  private final List<String> merged = new ArrayList<>();
  private Optional<String> linked = Optional.empty();
  private int number;

  SheetRows(WorkbookXml xml, Workbook book, CellLinks links, Limits limits) {
    this.xml = xml;
    this.book = book;
    this.links = links;
    this.limits = limits;
  }

  /** Empty after the last row, at the proven end of the sheet. */
  Optional<SheetRow> next() throws XMLStreamException, IOException {
    while (xml.toElement()) {
      if (xml.name().equals("row")) {
        return Optional.of(row());
      }
      if (xml.name().equals("mergeCell")) {
        xml.attribute("ref").filter(SheetRows::isHigh).ifPresent(this::addMerged);
      }
    }
    return Optional.empty();
  }

  /** The first cells whose formula has no value: nobody has computed it, or it fails. */
  List<String> unanswered() {
    return List.copyOf(unanswered);
  }

  /** Cells that are merged over several rows, of which only the first has the text. */
  List<String> merged() {
    return List.copyOf(merged);
  }

  private SheetRow row() throws XMLStreamException, IOException {
    int depth = xml.depth();
    number =
        xml.attribute("r")
            .filter(r -> r.matches("\\d{1,8}"))
            .map(Integer::parseInt)
            .orElse(number + 1);
    boolean hidden = xml.says("hidden") || xml.attribute("ht").filter("0"::equals).isPresent();
    List<String> cells = new ArrayList<>();
    Map<Integer, String> led = new HashMap<>();
    int size = 0;
    while (xml.toElementIn(depth)) {
      if (xml.name().equals("c")) {
        int column = xml.attribute("r").map(SheetRows::column).orElse(cells.size());
        if (column >= limits.attributes()) {
          // Far right of every heading; programs leave formats there.
          xml.text();
          continue;
        }
        while (cells.size() <= column) {
          cells.add("");
        }
        linked = Optional.empty();
        String text = cell();
        linked.or(() -> links.at(number, column)).ifPresent(link -> led.put(column, link));
        size += text.length();
        if (size > limits.recordBytes()) {
          throw new OverLimit("row > " + limits.recordBytes() + " characters");
        }
        cells.set(column, text);
      }
    }
    return new SheetRow(number, hidden, cells, led);
  }

  private String cell() throws XMLStreamException, IOException {
    int depth = xml.depth();
    String type = xml.attribute("t").orElse("n");
    Optional<String> style = xml.attribute("s");
    String at = xml.attribute("r").orElse("row " + number);
    boolean formula = false;
    String value = "";
    while (xml.toElementIn(depth)) {
      switch (xml.name()) {
        case "f" -> {
          formula = true;
          linked = CellLinks.ofFormula(xml.text());
        }
        case "v" -> value = xml.text();
        case "is" -> value = xml.texts();
        default -> {
          // Extensions say nothing of the value.
        }
      }
    }
    if (type.equals("e") || formula && value.isEmpty() && !type.equals("str")) {
      if (unanswered.size() < limits.attributes()) {
        unanswered.add(at);
      }
      return "";
    }
    return switch (type) {
      case "s" -> book.sharedText(value);
      case "n" -> value.isEmpty() ? "" : book.shown(value, style);
      case "b" -> value.strip().equals("1") ? "true" : "false";
      default -> unescaped(value);
    };
  }

  private void addMerged(String cells) {
    if (merged.size() < limits.attributes()) {
      merged.add(cells);
    }
  }

  /** "B" of B7 is 1. */
  static int column(String cell) {
    int column = 0;
    for (int i = 0; i < cell.length() && i < 4 && Character.isLetter(cell.charAt(i)); i++) {
      column = column * 26 + (Character.toUpperCase(cell.charAt(i)) - 'A' + 1);
    }
    return Math.max(column - 1, 0);
  }

  private static boolean isHigh(String cells) {
    String[] corners = cells.split(":");
    return corners.length == 2
        && !corners[0].replaceAll("\\D", "").equals(corners[1].replaceAll("\\D", ""));
  }

  /** Line ends in the texts of formulas. */
  private static String unescaped(String text) {
    return text.replace("_x000D_", "\r").replace("_x000A_", "\n");
  }

  @Override
  public void close() throws XMLStreamException {
    xml.close();
  }
}
