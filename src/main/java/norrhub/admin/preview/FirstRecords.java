package norrhub.admin.preview;

import norrhub.admin.preview.Previewed.Verdict;
import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;

/** Shows the first accepted record, a few rejected ones, and what is wrong with the file itself. */
final class FirstRecords implements PreviewWriter {
  private static final int MOST_REJECTED = 5;

  private final PreviewWriter shown;
  private int accepted;
  private int rejected;

  FirstRecords(PreviewWriter shown) {
    this.shown = shown;
  }

  @Override
  public void record(Previewed record) {
    boolean isRejected = record.verdict() == Verdict.REJECTED;
    if (isRejected ? rejected++ < MOST_REJECTED : accepted++ == 0) {
      shown.record(record);
    }
  }

  @Override
  public void notice(SourceLocation place, Finding finding) {
    shown.notice(place, finding);
  }
}
