package norrhub.record.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import norrhub.record.OverLimit;

/**
 * Where the cells of one sheet lead. A cell may read "Apply here" and have its address only in its
 * hyperlink; the file lists hyperlinks behind all rows, so they are collected before the rows are
 * read.
 */
final class CellLinks {
  private static final String RELATION = "/hyperlink";

  /** Of addresses together, where each costs as much as a hundred characters beside its own. */
  private static final int MOST = 32 << 20;

  private static final int OVERHEAD = 100;
  private static final Pattern CELLS =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7})(?::\\$?([A-Z]{1,3})\\$?(\\d{1,7}))?");
  private static final Pattern FORMULA =
      Pattern.compile("\\s*HYPERLINK\\s*\\(\\s*\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern PUBLIC = Pattern.compile("(?is)\\s*(https?://|mailto:).*");
  private static final Pattern ADDRESS =
      Pattern.compile("(?is)\\s*((https?://|mailto:)\\S+|[^\\s@]+@[^\\s@]+)\\s*");

  /**
   * Links over more cells than this, such as a whole column, stay ranges; so many of them at most.
   */
  private static final int LARGE = 100;

  private static final int MOST_LARGE = 100;

  private final Map<Long, String> byCell = new HashMap<>();
  private final List<Range> large = new ArrayList<>();
  private int size;

  static CellLinks of(WorkbookZip zip, Sheet sheet, int fileLimit)
      throws IOException, XMLStreamException {
    CellLinks links = new CellLinks();
    Map<String, String> targets = targets(zip, sheet, fileLimit);
    if (!targets.isEmpty()) {
      WorkbookXml.each(
          zip.open(sheet.path(), WorkbookZip.MOST_UNPACKED),
          (parent, element) -> {
            String target = targets.get(element.attribute("id").orElse(""));
            if (element.name().equals("hyperlink") && target != null) {
              String part = element.attribute("location").map(at -> "#" + at).orElse("");
              links.add(element.attribute("ref").orElse(""), target + part);
            }
          });
    }
    return links;
  }

  private static Map<String, String> targets(WorkbookZip zip, Sheet sheet, int fileLimit)
      throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    var bytes = zip.find(sheet.relations(), fileLimit);
    if (bytes.isPresent()) {
      WorkbookXml.each(
          bytes.get(),
          (parent, element) -> {
            if (element.attribute("Type").orElse("").endsWith(RELATION)) {
              targets.put(
                  element.attribute("Id").orElse(""),
                  element.attribute("Target").filter(CellLinks::isPublic).orElse(""));
            }
          });
      targets.values().removeIf(String::isEmpty);
    }
    return targets;
  }

  /** Addresses of files and of other cells are no business of those who apply. */
  private static boolean isPublic(String address) {
    return PUBLIC.matcher(address).matches();
  }

  private void add(String ref, String target) throws OverLimit {
    Matcher cells = CELLS.matcher(ref.toUpperCase(Locale.ROOT));
    if (!cells.matches()) {
      return;
    }
    boolean one = cells.group(3) == null;
    Range range =
        new Range(
            Integer.parseInt(cells.group(2)),
            Integer.parseInt(cells.group(one ? 2 : 4)),
            SheetRows.column(cells.group(1)),
            SheetRows.column(cells.group(one ? 1 : 3)),
            target);
    size += target.length() + OVERHEAD;
    if (range.cells() <= LARGE) {
      range.putInto(byCell);
    } else {
      large.add(range);
    }
    if (size > MOST || large.size() > MOST_LARGE) {
      throw new OverLimit("hyperlinks of a sheet > " + MOST + " characters, or too wide");
    }
  }

  private static long cell(int row, int column) {
    return (long) row << Integer.SIZE | column;
  }

  Optional<String> at(int row, int column) {
    Optional<String> one = Optional.ofNullable(byCell.get(cell(row, column)));
    return large.isEmpty()
        ? one
        : one.or(
            () -> large.stream().filter(r -> r.has(row, column)).map(Range::target).findFirst());
  }

  /** The address of {@code HYPERLINK("https://…","Apply here")}; not one that is computed. */
  static Optional<String> ofFormula(String formula) {
    Matcher start = FORMULA.matcher(formula);
    if (!start.lookingAt()) {
      return Optional.empty();
    }
    StringBuilder address = new StringBuilder();
    for (int i = start.end(); i < formula.length(); i++) {
      if (formula.charAt(i) != '"') {
        address.append(formula.charAt(i));
      } else if (formula.startsWith("\"", i + 1)) {
        address.append('"');
        i++;
      } else {
        String rest = formula.substring(i + 1).stripLeading();
        return rest.startsWith(",") || rest.startsWith(")")
            ? Optional.of(address.toString()).filter(CellLinks::isPublic)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * What a cell that is to hold an address says: itself where it reads like one, else where it
   * leads. Mail programs are given more than the address, which nobody is to publish.
   */
  static String address(String text, String link) {
    if (ADDRESS.matcher(text).matches()) {
      return text;
    }
    return link.regionMatches(true, 0, "mailto:", 0, 7) ? link.replaceFirst("\\?.*", "") : link;
  }

  private record Range(int firstRow, int lastRow, int firstColumn, int lastColumn, String target) {
    long cells() {
      return Math.max(0, (long) lastRow - firstRow + 1)
          * Math.max(0, (long) lastColumn - firstColumn + 1);
    }

    boolean has(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    void putInto(Map<Long, String> links) {
      for (int row = firstRow; row <= lastRow; row++) {
        for (int column = firstColumn; column <= lastColumn; column++) {
          links.put(cell(row, column), target);
        }
      }
    }
  }
}
