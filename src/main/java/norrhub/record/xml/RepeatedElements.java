package norrhub.record.xml;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The paths below a record that may repeat, as a tree. They become arrays however often they occur:
 * a mapping that was written when every vacancy had one place must not break on the first with two.
 */
final class RepeatedElements {
  private static final RepeatedElements NONE = new RepeatedElements();
  private final Map<String, RepeatedElements> children = new HashMap<>();
  private boolean list;

  static RepeatedElements of(Collection<String> paths) {
    RepeatedElements root = new RepeatedElements();
    for (String path : paths) {
      RepeatedElements node = root;
      for (String step : path.split("/")) {
        node = node.children.computeIfAbsent(step, name -> new RepeatedElements());
      }
      node.list = true;
    }
    return root;
  }

  RepeatedElements child(String name) {
    return children.isEmpty() ? NONE : children.getOrDefault(name, NONE);
  }

  boolean isList() {
    return list;
  }
}
