package norrhub.admin.preview;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import norrhub.admin.preview.Previewed.Verdict;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;

/** Counts what records become, and says on the way how far a long file has come. */
public final class PreviewSummary {
  private static final int PROGRESS_EVERY = 10_000;

  private final PrintWriter progress;
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<String, Integer> notices = new TreeMap<>();
  private boolean whole = true;

  public PreviewSummary(PrintWriter progress) {
    this.progress = progress;
  }

  void count(Previewed record) {
    verdicts.merge(record.verdict(), 1, Integer::sum);
    record.findings().forEach(this::count);
    if (received() % PROGRESS_EVERY == 0) {
      progress.println(received() + " records read, " + rejected() + " rejected so far");
      progress.flush();
    }
  }

  void count(Finding finding) {
    NoticeKind kind = finding.kind();
    notices.merge("%-7s %s".formatted(kind.severity(), kind.code()), 1, Integer::sum);
  }

  /** The file could not be read to its end. */
  void broken() {
    whole = false;
  }

  public boolean allAccepted() {
    return whole && rejected() == 0;
  }

  public void print(PrintWriter out) {
    out.println(
        "%d received, %d accepted (%d of them take a vacancy back), %d rejected, %d kept out"
            .formatted(
                received(),
                received() - rejected() - count(Verdict.KEPT_OUT),
                count(Verdict.REMOVES),
                rejected(),
                count(Verdict.KEPT_OUT)));
    for (Severity severity : Severity.values()) {
      notices.forEach(
          (notice, count) -> {
            if (notice.startsWith(severity.name())) {
              out.println("%8d  %s".formatted(count, notice));
            }
          });
    }
    if (!whole) {
      out.println("The file could not be read to its end: a delivery of it withdraws nothing.");
    }
    out.flush();
  }

  private int received() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private int rejected() {
    return count(Verdict.REJECTED);
  }

  private int count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }
}
