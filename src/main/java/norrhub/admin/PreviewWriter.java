package norrhub.admin;

import norrhub.notice.Finding;
import norrhub.notice.Place;

/** Shows what records become, one after the other. */
interface PreviewWriter {
  void record(Previewed record);

  /** Something about the file and not about one record. */
  void notice(Place place, Finding finding);
}
