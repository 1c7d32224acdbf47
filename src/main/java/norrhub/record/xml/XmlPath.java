package norrhub.record.xml;

import java.util.List;

/** Follows the parser along the path to the records and counts where it is on it. */
final class XmlPath {
  private final List<String> steps;
  private final int[] counts;
  private int depth;
  private int matched;

  XmlPath(String path) {
    steps = List.of(path.split("/"));
    counts = new int[steps.size()];
  }

  /** True when the element that begins here is a record; {@link #leave()} closes it too. */
  boolean enter(String name) {
    depth++;
    if (matched != depth - 1 || matched == steps.size() || !steps.get(matched).equals(name)) {
      return false;
    }
    counts[matched]++;
    matched++;
    if (matched < steps.size()) {
      counts[matched] = 0;
    }
    return matched == steps.size();
  }

  void leave() {
    if (matched == depth) {
      matched--;
    }
    depth--;
  }

  int depth() {
    return depth;
  }

  String root() {
    return steps.get(0);
  }

  /** Where the parser stands on the way to the records, as an XPath. */
  String here() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < matched; i++) {
      path.append('/').append(steps.get(i));
      if (i > 0) {
        path.append('[').append(counts[i]).append(']');
      }
    }
    return path.toString();
  }
}
