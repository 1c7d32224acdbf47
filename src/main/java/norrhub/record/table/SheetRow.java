package norrhub.record.table;

import java.util.List;
import java.util.Map;

/**
 * One row of a sheet.
 *
 * @param number the one that the sheet shows
 * @param hidden taken out of sight, by hand or by a filter
 * @param cells texts as people see them, from the first column on; empty where nothing stands
 * @param links where cells lead, by their column
 */
record SheetRow(int number, boolean hidden, List<String> cells, Map<Integer, String> links) {
  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Where the cell leads instead of what it reads, unless that is an address itself. */
  String address(int column) {
    String link = links.get(column);
    return link == null ? cell(column) : CellLinks.address(cell(column), link);
  }
}
