package norrhub.admin.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import norrhub.notice.Finding;
import norrhub.notice.Printable;
import norrhub.notice.SourceLocation;

/** For people: a line for each field of a vacancy, then its notices. */
public final class FieldByField implements PreviewWriter {
  private static final int LONGEST_VALUE = 160;

  private final PrintWriter out;

  public FieldByField(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void record(Previewed record) {
    out.println(head(record));
    record.vacancy().ifPresent(vacancy -> fields("", vacancy));
    record.findings().forEach(finding -> out.println("  " + line(finding)));
    out.println();
  }

  @Override
  public void notice(SourceLocation place, Finding finding) {
    out.println(plain(place.toString()) + "  the file itself");
    out.println("  " + line(finding));
    out.println();
  }

  /** Place, key and verdict in one line. */
  static String head(Previewed record) {
    String key = record.key().isEmpty() ? "without a key" : "key " + record.key();
    return plain(record.place() + "  " + key)
        + "  "
        + record.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Severity, code, field, value and advice in one line. */
  static String line(Finding finding) {
    String about =
        finding.field().isEmpty() ? "" : " " + finding.field() + " [" + finding.value() + "]";
    return plain(
        finding.kind().severity()
            + " "
            + finding.kind().code()
            + about
            + ": "
            + finding.forAdmin());
  }

  private void fields(String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field ->
                  fields(
                      name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                      field.getValue()));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        fields(name + "[" + i + "]", value.get(i));
      }
    } else {
      out.println("  %-30s %s".formatted(name, shown(value.asText())));
    }
  }

  private static String shown(String value) {
    // A description has lines of its own; here it is looked at, not read.
    String line = plain(value.replaceAll("\\s+", " "));
    return line.length() > LONGEST_VALUE
        ? line.substring(0, LONGEST_VALUE - 1) + "… (" + value.length() + " characters)"
        : line;
  }

  /** What a partner wrote must not steer the terminal. */
  private static String plain(String text) {
    return Printable.line(text).replaceAll(" {2,}", " ");
  }
}
