package norrhub.notice;

/**
 * Where in a delivery something stands.
 *
 * @param part the part's name: a file, a page, an attachment
 * @param line counted from 1; 0 where the source has no lines
 * @param path JSON pointer, XPath or cell such as "row 3"; empty for the part as a whole
 */
public record SourceLocation(String part, int line, String path) {

  public static SourceLocation of(String part) {
    return new SourceLocation(part, 0, "");
  }

  /** The same with what the source wrote as it may be printed and stored. */
  SourceLocation printable() {
    return new SourceLocation(Printable.line(part), line, Printable.line(path));
  }

  @Override
  public String toString() {
    return Printable.line(part)
        + (line > 0 ? ":" + line : "")
        + (path.isEmpty() ? "" : " " + Printable.line(path));
  }
}
