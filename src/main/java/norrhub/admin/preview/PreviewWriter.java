package norrhub.admin.preview;

import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;

/** Shows what records become, one after the other. */
public interface PreviewWriter {
  void record(Previewed record);

  /** Something about the file and not about one record. */
  void notice(SourceLocation place, Finding finding);
}
