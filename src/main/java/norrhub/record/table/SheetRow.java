package norrhub.record.table;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number the one that the sheet shows
 * @param cells texts as people see them, from the first column on; empty where nothing stands
 */
record SheetRow(int number, List<String> cells) {
  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
