package norrhub.admin.preview;

import java.io.PrintWriter;
import norrhub.admin.preview.Previewed.Verdict;
import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;

/** For programs: accepted vacancies as JSON, one a line; what people want to know stands apart. */
public final class JsonLines implements PreviewWriter {
  private final PrintWriter out;
  private final PrintWriter err;

  public JsonLines(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void record(Previewed record) {
    record.vacancy().ifPresent(vacancy -> out.print(vacancy + "\n"));
    if (record.verdict() != Verdict.ACCEPTED || !record.findings().isEmpty()) {
      err.println(FieldByField.head(record));
      record.findings().forEach(finding -> err.println("  " + FieldByField.line(finding)));
    }
  }

  @Override
  public void notice(SourceLocation place, Finding finding) {
    err.println(place + "  " + FieldByField.line(finding));
  }
}
