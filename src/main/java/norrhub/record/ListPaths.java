package norrhub.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The paths below a record that may repeat, as a tree. They become arrays however often they occur:
 * a mapping that was written when every vacancy had one place must not break on the first with two.
 */
final class ListPaths {
  private static final ListPaths NONE = new ListPaths();
  private final Map<String, ListPaths> children = new HashMap<>();
  private boolean list;

  static ListPaths of(Collection<String> paths) {
    ListPaths root = new ListPaths();
    for (String path : paths) {
      ListPaths node = root;
      for (String step : path.split("/")) {
        node = node.children.computeIfAbsent(step, name -> new ListPaths());
      }
      node.list = true;
    }
    return root;
  }

  ListPaths child(String name) {
    return children.isEmpty() ? NONE : children.getOrDefault(name, NONE);
  }

  boolean isList() {
    return list;
  }
}
