package norrhub.record;

import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;

/** The rest of a part cannot be read. Records before it stand; nothing may be withdrawn. */
public final class UnreadablePart extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient SourceLocation place;
  private final transient Finding finding;

  public UnreadablePart(SourceLocation place, Finding finding) {
    super(place + ": " + finding.english());
    this.place = place;
    this.finding = finding;
  }

  /**
   * @param failure what a reader stumbled over, for whoever has to correct the reader
   */
  public UnreadablePart(SourceLocation place, Finding finding, Throwable failure) {
    this(place, finding);
    initCause(failure);
  }

  public SourceLocation place() {
    return place;
  }

  public Finding finding() {
    return finding;
  }
}
