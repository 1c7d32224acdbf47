package norrhub.record.xml;

import java.util.ArrayList;
import java.util.List;

/** Follows the parser along every path that may lead to a record. */
final class XmlPaths {
  private final List<XmlPath> paths = new ArrayList<>();
  private XmlPath current;

  XmlPaths(XmlSettings settings) {
    current = new XmlPath(settings.record());
    paths.add(current);
    settings.elsewhere().forEach(path -> paths.add(new XmlPath(path)));
  }

  /** True when the element that begins here is a record; {@link #leave()} closes it too. */
  boolean enter(String name) {
    boolean record = false;
    for (XmlPath path : paths) {
      if (path.enter(name)) {
        record = true;
        current = path;
      }
    }
    return record;
  }

  void leave() {
    paths.forEach(XmlPath::leave);
  }

  int depth() {
    return current.depth();
  }

  boolean mayBegin(String root) {
    return paths.stream().anyMatch(path -> path.root().equals(root));
  }

  String root() {
    return paths.get(0).root();
  }

  /** Where the parser stands on the way to the records, as an XPath. */
  String here() {
    return current.here();
  }
}
