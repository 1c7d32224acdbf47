package norrhub.record.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The heading of a table under our names.
 *
 * @param names one for each column: ours where the format knows the heading, else the heading
 * @param known how many of them the format knows
 * @param unknown headings that the format does not know
 */
record TableHeading(List<String> names, int known, List<String> unknown) {

  static TableHeading of(List<String> cells, TableSettings settings) {
    Map<String, String> ours = new HashMap<>();
    settings
        .columns()
        .forEach(
            (name, headings) -> {
              ours.put(simple(name), name);
              headings.forEach(heading -> ours.put(simple(heading), name));
            });
    List<String> names = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String cell : cells) {
      String name = ours.remove(simple(cell));
      if (name == null || names.contains(name)) {
        name = cell.strip();
        unknown.add(name);
      }
      names.add(name);
    }
    int known = names.size() - unknown.size();
    unknown.removeIf(String::isEmpty);
    return new TableHeading(List.copyOf(names), known, List.copyOf(unknown));
  }

  boolean has(List<String> required) {
    return names.containsAll(required);
  }

  /** "Sista ansökningsdag", "SISTA_ANSÖKNINGSDAG" and "Sista ansökningsdag:" are one heading. */
  private static String simple(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
