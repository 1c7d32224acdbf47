package norrhub.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.config.Fault;
import norrhub.config.LoadResult;

/** What a mapping reads of its feed and what format.yaml asks of feeds: the same, or a fault. */
final class FeedNeeds {
  private static final Pattern READ = Pattern.compile("\\$feed\\.([A-Za-z0-9_]+)");

  private FeedNeeds() {}

  static List<Fault> faults(LoadResult<FormatFile> format, Map<String, String> needs, Path mapping)
      throws IOException {
    Set<String> read = new TreeSet<>();
    List<Fault> faults = new ArrayList<>();
    List<String> lines = Files.readAllLines(mapping);
    for (int i = 0; i < lines.size(); i++) {
      for (Matcher value = READ.matcher(lines.get(i)); value.find(); ) {
        String name = value.group(1);
        if (read.add(name) && !needs.containsKey(name)) {
          faults.add(
              new Fault(mapping, i + 1, "`needs` of format.yaml does not name `" + name + "`"));
        }
      }
    }
    for (String name : needs.keySet()) {
      if (!read.contains(name)) {
        faults.add(format.fault("/needs", "the mapping does not read $feed." + name));
      }
    }
    return faults;
  }
}
