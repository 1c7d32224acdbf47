package norrhub.record.table;

/**
 * One sheet of a workbook.
 *
 * @param name on its tab
 * @param path of its file in the workbook's zip
 * @param hidden taken out of sight by those who keep it
 */
record Sheet(String name, String path, boolean hidden) {
  /** The path of what the sheet refers to. */
  String relations() {
    int file = path.lastIndexOf('/') + 1;
    return path.substring(0, file) + "_rels/" + path.substring(file) + ".rels";
  }
}
