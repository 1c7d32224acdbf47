package norrhub.record;

import java.io.IOException;
import java.io.InputStream;
import norrhub.notice.SourceLocation;

/**
 * A part that is one record, or holds records anywhere: it is read at once, as large as one may be.
 */
public final class BoundedPart {
  private BoundedPart() {}

  /**
   * @param kind what it is, for whoever sent too much
   */
  public static byte[] read(PartFile part, Limits limits, String kind)
      throws UnreadablePart, IOException {
    ContentSniffer.checkPage(part);
    byte[] bytes;
    try (InputStream in = part.open()) {
      bytes = in.readNBytes(limits.recordBytes() + 1);
    }
    if (bytes.length > limits.recordBytes()) {
      throw new UnreadablePart(
          SourceLocation.of(part.name()),
          PartNotices.OVER_LIMIT.about("", kind + " > " + limits.recordBytes() + " bytes"));
    }
    return bytes;
  }
}
