package norrhub.record.xml;

import org.jspecify.annotations.Nullable;

/** An element's text, which may come in pieces; mostly it comes in one and nothing is copied. */
final class XmlText {
  private String first = "";
  private @Nullable StringBuilder more;

  void add(String piece) {
    if (more != null) {
      more.append(piece);
    } else if (first.isEmpty()) {
      first = piece;
    } else {
      more = new StringBuilder(first).append(piece);
    }
  }

  boolean isEmpty() {
    return first.isEmpty();
  }

  boolean isBlank() {
    return toString().isBlank();
  }

  @Override
  public String toString() {
    return more == null ? first : more.toString();
  }
}
